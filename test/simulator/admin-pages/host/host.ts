/** The admin around the app's iframe: answers the stand-in App Bridge and shows what the app hands it. */
import type { BarButton, Events, NavItem, Questions, Tellings, ToAdmin } from '../bridge/channel.ts'
import { pick } from './picker.ts'
import { confirmed } from './confirm.ts'
import { hideToast, showToast } from './toast.ts'
import { element, need } from './page.ts'

const frame = need<HTMLIFrameElement>('#app')
const APP = frame.dataset['origin'] ?? ''
const BASE = frame.dataset['base'] ?? ''
const SHOP = frame.dataset['shop'] ?? ''
let bar: Tellings['save-bar'] | null = null

const send = (message: object) => frame.contentWindow?.postMessage({ from: 'admin', ...message }, APP)
const happen = <K extends keyof Events>(what: K, value: Events[K]) => send({ kind: 'event', what, value })

const leave = async (): Promise<boolean> =>
  !bar?.shown || confirmed('Leave page with unsaved changes?', 'Leaving this page will delete all unsaved changes.', 'Leave page')

const ANSWERS: { [K in keyof Questions]: (asked: Questions[K]['asked']) => Promise<Questions[K]['answer']> } = {
  idToken: async () => (await fetch(`/__simulator/id-token?shop=${SHOP}`)).text(),
  user: async () => (await fetch('/__simulator/staff')).json(),
  leave,
  pick: (wish) => pick(SHOP, wish),
  scopes: async () => (await fetch(`/__simulator/scopes?shop=${SHOP}`)).json(),
  grant: async (wanted) => {
    const title = 'Encore wants more access'
    if (!(await confirmed(title, wanted.join(', '), { yes: 'Update', no: 'Cancel' }))) return null
    return (await fetch(`/__simulator/scopes?shop=${SHOP}`, { method: 'POST', body: JSON.stringify(wanted) })).json()
  },
}

const SHOWN: { [K in keyof Tellings]: (value: Tellings[K]) => void } = {
  path: (path) => {
    history.replaceState(null, '', `${BASE}${path === '/' ? '' : path}`)
    mark(path)
  },
  nav: showNav,
  title: showTitle,
  'save-bar': showSaveBar,
  toast: (toast) => showToast(toast, happen),
  'hide-toast': hideToast,
  loading: (busy) => need('.progress').classList.toggle('busy', busy),
  open: (address) => void openAddress(address),
}

addEventListener('message', (event: MessageEvent<ToAdmin>) => {
  if (event.source !== frame.contentWindow || event.origin !== APP || event.data?.from !== 'app-bridge') return
  const said = event.data
  if (said.kind === 'tell') SHOWN[said.what](said.value as never)
  else void ANSWERS[said.what](said.value as never).then((value) => send({ kind: 'answer', id: said.id, value }))
})
frame.src = frame.dataset['src'] ?? '' // only now is there someone to hear what it says first

async function openAddress(address: string): Promise<void> {
  if (!(await leave())) return
  const inAdmin = /^shopify:\/\/?admin(\/.*)?$/.exec(address)
  location.assign(inAdmin ? `${BASE.replace(/\/apps\/.*/, '')}${inAdmin[1] ?? ''}` : new URL(address, APP).href)
}

function showNav(items: NavItem[]): void {
  const list = need('#app-nav')
  list.replaceChildren(
    ...items
      .filter(({ home }) => !home)
      .map((item) => {
        const link = element('a', { href: `${BASE}${item.href}`, textContent: item.label })
        link.dataset['path'] = item.href
        link.addEventListener('click', (event) => {
          event.preventDefault()
          void leave().then((may) => may && happen('navigate', item.href))
        })
        const entry = element('li', {})
        entry.append(link)
        return entry
      }),
  )
  mark(location.pathname.slice(BASE.length) || '/')
}

function mark(path: string): void {
  const pathname = path.split(/[?#]/)[0] ?? '/'
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#app-nav a')) {
    const own = link.dataset['path'] ?? ''
    const current = own !== '/' && (pathname === own || pathname.startsWith(`${own}/`))
    if (current) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

function showTitle({ title, buttons }: Tellings['title']): void {
  need('#title').textContent = title
  need('#title-buttons').replaceChildren(
    ...buttons.map((button, index) => {
      const shown = barButton(button)
      if (button.critical) shown.classList.add('critical')
      shown.addEventListener('click', () => happen('title-button', index))
      return shown
    }),
  )
}

function barButton({ label, primary, disabled, busy }: BarButton): HTMLButtonElement {
  const button = element('button', { type: 'button', textContent: label, disabled: disabled || busy, className: primary ? 'primary' : '' })
  if (busy) button.setAttribute('aria-busy', 'true')
  return button
}

function showSaveBar(wanted: Tellings['save-bar']): void {
  bar = wanted
  const strip = need('#save-bar')
  strip.hidden = !wanted.shown
  if (!wanted.shown) return
  const discard = barButton(wanted.discard)
  const save = barButton({ ...wanted.save, primary: true })
  discard.addEventListener('click', () => void discardChanges(wanted.discardConfirmation))
  save.addEventListener('click', () => happen('save-bar', 'save'))
  need('#save-bar-buttons').replaceChildren(discard, save)
}

async function discardChanges(ask: boolean): Promise<void> {
  if (
    ask &&
    !(await confirmed(
      'Discard all unsaved changes?',
      'If you discard changes, you’ll delete any edits you made since you last saved.',
      'Discard changes',
    ))
  )
    return
  happen('save-bar', 'discard')
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('.side a[data-leaves]')) {
  link.addEventListener('click', (event) => {
    if (!bar?.shown) return
    event.preventDefault()
    void leave().then((may) => may && location.assign(link.href))
  })
}
