import type { Events, Tellings } from '../bridge/channel.ts'
import { element, need } from './page.ts'

type Happen = <K extends keyof Events>(what: K, value: Events[K]) => void

export function showToast({ id, message, duration, isError, action }: Tellings['toast'], happen: Happen): void {
  const toast = element('div', { className: isError ? 'toast error' : 'toast', id }, element('span', { textContent: message }))
  const dismiss = () => {
    if (!toast.isConnected) return
    toast.remove()
    happen('toast-dismiss', id)
  }
  if (action) {
    const act = element('button', { type: 'button', textContent: action })
    act.addEventListener('click', () => {
      toast.remove()
      happen('toast-action', id)
    })
    toast.append(act)
  }
  const close = element('button', { type: 'button', textContent: '×', ariaLabel: 'Dismiss' })
  close.addEventListener('click', dismiss)
  toast.append(close)
  need('#toasts').append(toast)
  setTimeout(dismiss, duration)
}

export const hideToast = (id: string): void => document.getElementById(id)?.remove()
