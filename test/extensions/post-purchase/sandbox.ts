/** Runs inside the worker, as Shopify's sandbox does: `self.shopify`, the remote root, and no global beyond those promised. */
import { createRemoteRoot } from '@remote-ui/core'
import { createEndpoint, type MessageEndpoint, release, retain } from '@remote-ui/rpc'
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'

export interface SandboxSettings {
  bundle: string
  components: string[]
  hurry: number // every timer runs this many times faster, and no longer than two seconds
  without: string[] // globals that the sandbox need not have
}
type Callback = (...args: unknown[]) => unknown

const { bundle, components, hurry, without } = workerData as SandboxSettings
const port = parentPort
if (!port) throw new Error('The sandbox runs in a worker')

const points = new Map<string, Callback>()
const world = globalThis as unknown as Record<string, unknown>
const hurried = (callback: () => void, milliseconds = 0) => setTimeout(callback, Math.min(milliseconds / hurry, 2_000))
world['self'] = globalThis
world['shopify'] = Object.freeze({ extend: (point: string, callback: Callback) => void points.set(point, callback), reload() {} })

const listeners = new Map<unknown, (value: unknown) => void>()
const messenger: MessageEndpoint = {
  postMessage: (message) => port.postMessage(message),
  addEventListener(_, listener) {
    const wrapped = (value: unknown) => listener({ data: value } as MessageEvent)
    listeners.set(listener, wrapped)
    port.on('message', wrapped)
  },
  removeEventListener(_, listener) {
    port.off('message', listeners.get(listener) ?? (() => undefined))
  },
}

const point = (name: string): Callback => points.get(`Checkout::PostPurchase::${name}`) ?? (() => Promise.reject(new Error(`No ${name}`)))

createEndpoint(messenger).expose({
  load() {
    // For the bundle only: node's own fetch needs the real ones.
    vm.compileFunction(readFileSync(bundle, 'utf8'), ['setTimeout', ...without], { filename: bundle })(hurried)
    return [...points.keys()]
  },
  async shouldRender(input: unknown) {
    retain(input)
    return point('ShouldRender')(input)
  },
  async render(channel: Parameters<typeof createRemoteRoot>[0], input: unknown) {
    retain(channel)
    retain(input)
    const root = createRemoteRoot(channel, { components, strict: true })
    await point('Render')(root, input)
    await root.mount()
  },
  release,
})
