import { element } from './page.ts'

/** A question of the admin's own; closing it means no. */
export function confirmed(title: string, text: string, say: string | { yes: string; no: string }): Promise<boolean> {
  const { yes, no, tone } = typeof say === 'string' ? { yes: say, no: 'Stay', tone: 'critical' } : { ...say, tone: 'primary' }
  const stay = element('button', { type: 'button', textContent: no })
  const go = element('button', { type: 'button', textContent: yes, className: tone })
  const dialog = element(
    'dialog',
    { className: 'ask' },
    element('h2', { textContent: title }),
    element('p', { textContent: text }),
    element('div', { className: 'dialog-end' }, stay, go),
  )
  document.body.append(dialog)
  return new Promise((resolve) => {
    const close = (answer: boolean) => {
      dialog.remove()
      resolve(answer)
    }
    stay.addEventListener('click', () => close(false))
    go.addEventListener('click', () => close(true))
    dialog.addEventListener('cancel', () => close(false))
    dialog.showModal()
  })
}
