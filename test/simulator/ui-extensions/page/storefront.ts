/** The blocks of the thank-you page and of the order-status page. */
import { openBlock } from './host.ts'
import type { BlockStart } from './host.ts'
import type { Functions } from './given.ts'

export interface StorefrontBlock extends BlockStart {
  here: string
  storage: string
  mayQuery: boolean
  login: string | null
}

/** Each call gets a fresh token: Shopify hands out the old one again while it is good, which an app must bear as well. */
async function sessionToken(here: string): Promise<string> {
  const response = await fetch(`${here}/session_token`, { method: 'POST' })
  if (!response.ok) throw new Error(`sessionToken: ${response.status} ${await response.text()}`)
  return response.text()
}

function functionsOf({ here, storage, mayQuery, login }: StorefrontBlock): Functions {
  const key = (name: string) => `ui-extension:${storage}:${name}`
  return {
    'sessionToken.get': () => sessionToken(here),
    'storage.read': (name: string) => JSON.parse(localStorage.getItem(key(name)) ?? 'null') as unknown,
    'storage.write': (name: string, value: unknown) => localStorage.setItem(key(name), JSON.stringify(value)),
    'storage.delete': (name: string) => localStorage.removeItem(key(name)),
    query: () => {
      throw new Error(
        mayQuery ? '501: the simulator does not model the Storefront API' : 'The extension asks for no api_access in its toml',
      )
    },
    ...(login === null ? { requireLogin: () => undefined } : { requireLogin: () => location.assign(login) }),
  }
}

const THANK_YOU = 'purchase.thank-you.block.render'

for (const [index, start] of (JSON.parse(document.getElementById('blocks')?.textContent ?? '[]') as StorefrontBlock[]).entries()) {
  const slot = document.querySelector<HTMLElement>(`[data-block="${index}"]`)
  const { requireLogin, ...functions } = functionsOf(start)
  if (slot) void run(slot, start, start.rules.target === THANK_YOU || !requireLogin ? functions : { ...functions, requireLogin })
}

async function run(slot: HTMLElement, start: StorefrontBlock, functions: Functions): Promise<void> {
  const block = await openBlock(slot, start, functions)
  block?.change('extension.rendered', true)
}
