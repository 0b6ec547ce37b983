import { element } from './page.ts'

/** A question of the admin's own; closing it means no. */
export function confirmed(title: string, text: string, yes: string): Promise<boolean> {
  const stay = element('button', { type: 'button', textContent: 'Stay' })
  const go = element('button', { type: 'button', textContent: yes, className: 'critical' })
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
