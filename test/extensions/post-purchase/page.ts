/** The part of Shopify's checkout that hosts the extension: two workers, the receiver, and what a shopper can see and press. */
import { createRemoteReceiver, KIND_TEXT, type RemoteReceiverAttachableChild } from '@remote-ui/core'
import { createEndpoint, type MessageEndpoint } from '@remote-ui/rpc'
import { Worker } from 'node:worker_threads'
import type { SandboxSettings } from './sandbox.ts'

const COMPONENTS =
  'Banner BlockStack Bookend Button ButtonGroup BuyerConsent CalloutBanner Checkbox Form FormLayout FormLayoutGroup Heading HeadingGroup HiddenForAccessibility Image InlineStack Layout Link Radio Select Separator Spinner Text TextBlock TextContainer TextField Tiles View VisuallyHidden'.split(
    ' ',
  )

interface Sandbox {
  load(): Promise<string[]>
  shouldRender(input: unknown): Promise<{ render: boolean }>
  render(channel: unknown, input: unknown): Promise<void>
}

function overWorker(worker: Worker): MessageEndpoint {
  return {
    postMessage: (message) => worker.postMessage(message),
    // A refusal of ours has been sent to the extension by the time the listener rejects with it too.
    addEventListener: (_, listener) =>
      void worker.on('message', (value) => void Promise.resolve(listener({ data: value } as MessageEvent)).catch(() => undefined)),
    removeEventListener: () => undefined,
    terminate: () => void worker.terminate(),
  }
}

export interface SandboxOptions {
  bundle: string
  hurry?: number
  without?: string[]
}

function startSandbox({ bundle, hurry = 5, without = ['AbortController', 'AbortSignal'] }: SandboxOptions) {
  const settings: SandboxSettings = { bundle, hurry, without, components: COMPONENTS }
  const worker = new Worker(new URL('./sandbox.ts', import.meta.url), { workerData: settings, execArgv: [] })
  const call = createEndpoint<Sandbox>(overWorker(worker), { callable: ['load', 'shouldRender', 'render'] }).call as Sandbox
  return { call, stop: async () => void (await worker.terminate()) }
}

const running = new Map<string, ReturnType<typeof startSandbox>>()

/** One worker for all visits with the same settings: the extension may keep nothing between them. */
export async function sandboxFor(options: SandboxOptions): Promise<Sandbox> {
  const key = JSON.stringify(options)
  const known = running.get(key)
  if (known) return known.call
  const started = startSandbox(options)
  running.set(key, started)
  await started.call.load()
  return started.call
}

export async function stopSandboxes(): Promise<void> {
  for (const { stop } of running.values()) await stop()
  running.clear()
}

export interface Piece {
  type: string
  props: Record<string, unknown>
  children: Piece[]
  text: string
}

function readPiece(child: RemoteReceiverAttachableChild): Piece {
  if (child.kind === KIND_TEXT) return { type: '', props: {}, children: [], text: child.text }
  const children = child.children.map((below) => readPiece(below as RemoteReceiverAttachableChild))
  const props = (child.props ?? {}) as Record<string, unknown>
  const own = [props['title'], props['description']].filter((text) => typeof text === 'string' && text)
  return { type: child.type, props, children, text: [...own, ...children.map(({ text }) => text)].filter(Boolean).join(' | ') }
}

const all = (piece: Piece, type: string): Piece[] => [
  ...(piece.type === type ? [piece] : []),
  ...piece.children.flatMap((child) => all(child, type)),
]

export function createScreen() {
  const receiver = createRemoteReceiver()
  const tree = (): Piece => ({ type: 'root', props: {}, text: '', children: receiver.attached.root.children.map(readPiece) })
  const find = (type: string) => all(tree(), type)
  const button = (label: string | RegExp) => {
    const found = find('Button').find(({ text }) => (typeof label === 'string' ? text === label : label.test(text)))
    if (!found) throw new Error(`No button ${label}; there are: ${find('Button').map(({ text }) => text)}`)
    return found
  }
  return {
    channel: receiver.receive,
    find,
    button,
    text: () =>
      tree()
        .children.map(({ text }) => text)
        .join(' | '),
    buttons: () => find('Button').map(({ text }) => text),
    /** Presses even a disabled button, as an impatient page might. */
    press: (label: string | RegExp) => void (button(label).props['onPress'] as () => void)(),
  }
}
