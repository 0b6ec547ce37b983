/** The post-purchase page: ShouldRender in one Web Worker, Render in another, both with the bundle that Shopify would run. */
import { createRemoteReceiver } from '@remote-ui/core'
import type { RemoteChannel } from '@remote-ui/core'
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc'
import { show } from './render.ts'

interface Start {
  bundle: string
  sandbox: string
  confirmation: string
  here: string // the page's own URL, which answers its calls
  locale: string
  shouldRender: { calls: number; limitMs: number; inputData: object }
  render: { inputData: object }
}

interface Sandbox {
  load(url: string): string[]
  shouldRender(input: object): Promise<{ render: boolean }>
  render(channel: RemoteChannel, input: object): Promise<void>
}

const start = JSON.parse(document.getElementById('start')?.textContent ?? '{}') as Start
const version = 'unstable'

async function ask(path: string, body: unknown): Promise<never> {
  const response = await fetch(`${start.here}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as never
}

async function open(): Promise<{ worker: Worker; sandbox: ReturnType<typeof createEndpoint<Sandbox>>['call'] }> {
  const worker = new Worker(start.sandbox)
  worker.addEventListener('error', (event) => console.error(`The extension failed: ${event.message}`))
  const endpoint = createEndpoint<Sandbox>(fromWebWorker(worker), { callable: ['load', 'shouldRender', 'render'] })
  await endpoint.call.load(start.bundle)
  return { worker, sandbox: endpoint.call }
}

const late = (ms: number) => new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), ms))

/** Asked as often as the settings say; the last answer counts, and silence is no. */
async function asked(stored: { value: unknown }): Promise<{ render: boolean; because: string }> {
  const { worker, sandbox } = await open()
  const { inputData, calls, limitMs } = start.shouldRender
  try {
    let answer = { render: false, because: 'never asked' }
    for (let call = 0; call < calls; call++) {
      // A function that the sandbox has let go of cannot be handed over again: each call gets its own.
      const storage = { initialData: stored.value, update: async (value: unknown) => void (stored.value = value) }
      const input = { extensionPoint: 'Checkout::PostPurchase::ShouldRender', locale: start.locale, version, inputData, storage }
      const said = await Promise.race([sandbox.shouldRender(input), late(limitMs)])
      if (said === 'late') return { render: false, because: `no answer within ${limitMs} ms` }
      answer = { render: said?.render === true, because: 'the extension said so' }
    }
    return answer
  } finally {
    worker.terminate()
  }
}

async function leave(): Promise<void> {
  await ask('done', {})
  location.replace(start.confirmation)
}

async function run(): Promise<void> {
  const stored = { value: undefined as unknown }
  const answer = await asked(stored)
  await ask('asked', { ...answer, storage: stored.value ?? null })
  if (!answer.render) return leave()
  const { sandbox } = await open()
  const receiver = createRemoteReceiver()
  const page = document.getElementById('extension') as HTMLElement
  receiver.on('mount', () => {
    document.body.dataset['state'] = 'shown'
    show(receiver, page)
  })
  await sandbox.render(receiver.receive, {
    extensionPoint: 'Checkout::PostPurchase::Render',
    locale: start.locale,
    version,
    inputData: start.render.inputData,
    storage: { initialData: stored.value, update: async (value: unknown) => void (stored.value = value) },
    calculateChangeset: (changeset: unknown) => ask('calculate', { changeset }),
    applyChangeset: (changeset: unknown, options: unknown) => ask('apply', { changeset, options }),
    done: leave,
  })
}

run().catch((error: unknown) => {
  console.error(error)
  // As at Shopify: an extension that fails must not keep the shopper from her order.
  void leave()
})
