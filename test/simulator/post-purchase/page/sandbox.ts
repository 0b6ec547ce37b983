/** Runs inside the Web Worker: the only globals it adds to what every worker has are Shopify's. */
import { createRemoteRoot } from '@remote-ui/core'
import type { RemoteChannel } from '@remote-ui/core'
import { createEndpoint, fromWebWorker, release, retain } from '@remote-ui/rpc'
import { COMPONENTS } from './components.ts'

declare const importScripts: (url: string) => void

type Callback = (...args: unknown[]) => unknown

const registry = new Map<string, Callback>()
Object.defineProperty(globalThis, 'shopify', {
  value: Object.freeze({ extend: (point: string, callback: Callback) => void registry.set(point, callback), reload() {} }),
})

const need = (point: string): Callback => {
  const callback = registry.get(point)
  if (!callback) throw new Error(`The extension does not extend ${point}`)
  return callback
}

createEndpoint(fromWebWorker(globalThis as unknown as Worker), { callable: [] }).expose({
  load(url: string) {
    importScripts(url)
    return [...registry.keys()]
  },
  async shouldRender(input: unknown) {
    retain(input)
    try {
      return await need('Checkout::PostPurchase::ShouldRender')(input)
    } finally {
      release(input)
    }
  },
  async render(channel: RemoteChannel, input: unknown) {
    retain(channel)
    retain(input)
    const root = createRemoteRoot(channel, { components: COMPONENTS as never, strict: true })
    await need('Checkout::PostPurchase::Render')(root, input)
    await root.mount()
  },
})
