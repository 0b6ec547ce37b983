/** Runs in the Web Worker of one block: what Shopify's worker offers, and nothing of this simulator. */
import '@remote-dom/core/polyfill'
import type { RemoteRootElement } from '@remote-dom/core/elements'
import { createEndpoint, fromMessagePort, retain } from '@remote-ui/rpc'
import { fetchFromBackend } from './backend.ts'
import { defineElements } from './elements.ts'
import type { Functions, Given, Rules } from './given.ts'
import { ShopifyGlobal } from './shopify.ts'

declare const importScripts: (url: string) => void

interface Page {
  failed(message: string): void
}
type Connection = Parameters<RemoteRootElement['connect']>[0]

const shopify = new ShopifyGlobal()
Object.defineProperty(globalThis, 'shopify', { value: shopify.global })
// The polyfill's window is everywhere but here.
const worker = self as unknown as Pick<Worker, 'addEventListener'>
worker.addEventListener('message', (event: Event) => start((event as MessageEvent).ports[0] as MessagePort), { once: true })

function start(port: MessagePort): void {
  const endpoint = createEndpoint<Page>(fromMessagePort(port), { callable: ['failed'] })
  let answered: unknown = null
  const failed = (error: unknown) => void endpoint.call.failed(error instanceof Error ? error.message : String(error))
  worker.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    // What the page has been answered with is thrown here once more.
    const { reason } = event as PromiseRejectionEvent
    if (reason !== answered) failed(reason)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    failed((event as ErrorEvent).message)
  })
  endpoint.expose({
    load(script: string, rules: Rules) {
      defineElements(rules)
      if (!rules.networkAccess && rules.backend === null) forbidNetwork(rules.extension)
      importScripts(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
      return [...shopify.registry.keys()]
    },
    async render(connection: Connection, given: Given, functions: Functions, rules: Rules) {
      retain(connection)
      retain(functions)
      shopify.open(given, functions, rules)
      if (rules.backend !== null) fetchFromBackend(rules.backend, functions['auth.idToken'] as () => Promise<unknown>)
      const root = document.createElement('remote-root') as unknown as RemoteRootElement & Node
      root.connect(connection)
      document.documentElement.append(root)
      Object.defineProperty(document, 'body', { value: root, configurable: true })
      try {
        await shopify.registry.get(rules.target)?.(shopify.global)
      } catch (error) {
        answered = error
        throw error
      }
    },
    change: (path: string, value: unknown) => shopify.change(path, value),
  })
  port.start()
}

/** The frame's policy forbids it anyway; this says why. */
function forbidNetwork(extension: string): void {
  const refuse = () => Promise.reject(new Error(`${extension} asks for no network_access in its shopify.extension.toml`))
  Object.defineProperty(globalThis, 'fetch', { value: refuse })
}
