import { ask, hear, tell } from './link.ts'
import type { NavItem } from './channel.ts'

declare const shopify: { config: { shop: string; host: string; locale: string } }

const SECRET_PARAMETERS = ['id_token', 'hmac', 'session', 'timestamp', 'host', 'shop', 'embedded', 'locale']

/** The path that the admin shows in its own address. */
function shownPath(): string {
  const query = new URLSearchParams(location.search)
  for (const name of SECRET_PARAMETERS) query.delete(name)
  return `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`
}

export function followLocation(): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    const plain = history[name].bind(history)
    history[name] = (...change) => {
      plain(...change)
      tell('path', shownPath())
    }
  }
  addEventListener('popstate', () => tell('path', shownPath()))
  tell('path', shownPath())
}

/** A page loaded anew needs what the admin put into the first address, and a fresh id token. */
async function load(path: string): Promise<void> {
  const url = new URL(path, location.origin)
  const { shop, host, locale } = shopify.config
  for (const [name, value] of Object.entries({ embedded: '1', shop, host, locale, id_token: await ask('idToken', null) }))
    url.searchParams.set(name, value)
  location.assign(url)
}

/** Clicking the app's own link lets its router go there without loading the page anew. */
export function obeyNavigation(): void {
  hear('navigate', (path) => {
    const links = document.querySelectorAll<HTMLAnchorElement>('ui-nav-menu a, s-app-nav a, s-app-nav s-link')
    const link = [...links].find((one) => one.getAttribute('href') === path)
    if (link) link.click()
    else void load(path)
  })
  // On the window, after every router of the app: what none of them has taken, as before the page is hydrated, is loaded anew.
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    const address = link.getAttribute('href') ?? ''
    const within =
      link.origin === location.origin && ['', '_self'].includes(link.target) && !address.startsWith('#') && !link.hasAttribute('download')
    if (!within && !address.startsWith('shopify:')) return
    event.preventDefault()
    if (within) void load(address)
    else tell('open', address)
  })
  const plainOpen = window.open
  window.open = (url, target, ...more) => {
    const address = String(url ?? '')
    const leaves = target === '_top' || target === '_parent'
    if (!address.startsWith('shopify:') && !leaves) return plainOpen.call(window, url, target, ...more)
    tell('open', address)
    return null
  }
}

export const navItems = (menu: Element): NavItem[] =>
  [...menu.querySelectorAll('a, s-link')].map((link) => ({
    href: link.getAttribute('href') ?? '/',
    label: link.textContent?.trim() ?? '',
    home: link.getAttribute('rel') === 'home',
  }))

export const leaveConfirmation = async (shown: boolean): Promise<void> => {
  if (!shown || (await ask('leave', null))) return
  // The merchant stays: whoever waits for the confirmation never goes on.
  await new Promise(() => {})
}
