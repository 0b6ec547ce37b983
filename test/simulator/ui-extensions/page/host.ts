import { DOMRemoteReceiver } from '@remote-dom/core/receivers'
import { createEndpoint, fromMessagePort, release, retain } from '@remote-ui/rpc'
import type { Functions, Given, Rules } from './given.ts'
import { definePaintedElements } from './paint/painted.ts'

/** One block of a page, as the server describes it. */
export interface BlockStart {
  frame: string
  bundle: string
  sandbox: string
  rules: Rules
  given: Given
}

export interface OpenBlock {
  /** Changes a signal: the extension draws itself anew. */
  change(path: string, value: unknown): void
}

interface Sandbox {
  load(script: string, rules: Rules): string[]
  render(connection: object, given: Given, functions: Functions, rules: Rules): Promise<void>
  change(path: string, value: unknown): void
}

const PATIENCE_MS = 30_000

/** Runs a block in a worker of opaque origin and draws it into its slot. A block that fails leaves an empty slot, and says why on the console. */
export async function openBlock(slot: HTMLElement, start: BlockStart, functions: Functions): Promise<OpenBlock | null> {
  const { rules, given } = start
  const complain = (message: string) => console.error(`${rules.extension} failed at ${rules.target}: ${message}`)
  slot.dataset['state'] = 'starting'
  definePaintedElements(rules.elements)
  try {
    const port = await openFrame(slot, start.frame, await read(start.sandbox))
    const endpoint = createEndpoint<Sandbox>(fromMessagePort(port), { callable: ['load', 'render', 'change'] })
    endpoint.expose({ failed: complain })
    port.start()
    const targets = await endpoint.call.load(await read(start.bundle), rules)
    if (!targets.includes(rules.target)) throw new Error(`its bundle extends ${targets.join(', ') || 'nothing'}`)
    const root = document.createElement('div')
    root.className = 'block'
    slot.append(root)
    new ResizeObserver(() => void (slot.dataset['bare'] = String(root.offsetHeight === 0))).observe(root)
    const receiver = new DOMRemoteReceiver({ root, retain, release, elements: Object.keys(rules.elements) })
    const { mutate, call } = receiver.connection
    const connection = { mutate, call: (...args: Parameters<typeof call>) => call(...args) }
    await endpoint.call.render(connection, given, functions, rules)
    slot.dataset['state'] = 'shown'
    return { change: (path, value) => void endpoint.call.change(path, value) }
  } catch (error) {
    slot.dataset['state'] = 'failed'
    slot.replaceChildren()
    complain(error instanceof Error ? error.message : String(error))
    return null
  }
}

/** A script that the worker loaded from another origin would fail without saying why. */
async function read(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}

/** The frame is sandboxed without an origin, and so is the worker that it makes: what it fetches, it fetches from nowhere. */
function openFrame(slot: HTMLElement, address: string, sandbox: string): Promise<MessagePort> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.hidden = true
  frame.src = address
  const { port1, port2 } = new MessageChannel()
  const opened = new Promise<MessagePort>((resolve, reject) => {
    setTimeout(() => reject(new Error(`its frame did not open within ${PATIENCE_MS} ms`)), PATIENCE_MS)
    frame.addEventListener('load', () => {
      frame.contentWindow?.postMessage({ sandbox }, '*', [port2])
      resolve(port1)
    })
  })
  slot.append(frame)
  return opened
}
