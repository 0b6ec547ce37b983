/** The blocks of a page of the admin. */
import { openBlock } from './host.ts'
import type { BlockStart } from './host.ts'

export interface AdminBlock extends BlockStart {
  shop: string
  /** Where the app's own pages are. */
  app: string
}

async function idToken(shop: string): Promise<string | null> {
  const response = await fetch(`/__simulator/id-token?${new URLSearchParams({ shop })}`)
  return response.ok ? response.text() : null
}

/** `app:reviews/7` is the app's page /reviews/7 (documented); other addresses are the browser's own affair. */
function follow(event: MouseEvent, app: string): void {
  const link = event.composedPath().find((one): one is HTMLAnchorElement => one instanceof HTMLAnchorElement)
  const address = link?.getAttribute('href') ?? ''
  if (!address.startsWith('app:')) return
  event.preventDefault()
  location.assign(`${app}/${address.slice('app:'.length).replace(/^\/+/, '')}`)
}

for (const [index, start] of (JSON.parse(document.getElementById('blocks')?.textContent ?? '[]') as AdminBlock[]).entries()) {
  const slot = document.querySelector<HTMLElement>(`[data-block="${index}"]`)
  slot?.addEventListener('click', (event) => follow(event, start.app))
  if (slot) void openBlock(slot, start, { 'auth.idToken': () => idToken(start.shop) })
}
