import type { OfferView } from '#app/surfaces/contract.ts'
import { onTestFinished, vi } from 'vitest'
import { createScreen, type SandboxOptions, sandboxFor } from './page.ts'
import { calculated, inputData, processed, shopMetafield, signed } from './purchase.ts'
import { type Answer, startServer } from './server.ts'

type Reply<T> = T | Error | 'never'

interface Given extends Partial<SandboxOptions> {
  offer?: OfferView
  placement?: string | null
  storage?: unknown // instead of what ShouldRender would have stored
  accept?: Answer | Answer[]
  event?: Answer
  calculate?: Reply<object>[] // one a call; the last one stays
  apply?: Reply<object>[]
  done?: Reply<void>[]
  locale?: string
}

const reply = <T>(value: Reply<T>): Promise<T> => {
  if (value === 'never') return new Promise(() => undefined)
  return value instanceof Error ? Promise.reject(value) : Promise.resolve(value)
}
const inTurn = <T>(replies: T[]) => {
  let turn = 0
  return () => replies[Math.min(turn++, replies.length - 1)] as T
}

/** The post-purchase page in a running sandbox, with Shopify's side played by the test. */
export async function visitPage(bundle: string, given: Given) {
  const server = await startServer({ accept: given.accept ?? signed, ...(given.event ? { event: given.event } : {}) })
  onTestFinished(server.stop)
  const sandbox = await sandboxFor({
    bundle,
    ...(given.hurry ? { hurry: given.hurry } : {}),
    ...(given.without ? { without: given.without } : {}),
  })
  const screen = createScreen()
  const nextPrice = inTurn<Reply<object>>(given.calculate ?? [calculated()])
  const nextPayment = inTurn<Reply<object>>(given.apply ?? [processed()])
  const nextDone = inTurn<Reply<void>>(given.done ?? [undefined])
  const calculate = vi.fn((_changeset: unknown) => reply(nextPrice()))
  const apply = vi.fn((..._changeset: unknown[]) => reply(nextPayment()))
  const done = vi.fn(() => reply(nextDone()))
  const stored =
    'storage' in given
      ? given.storage
      : { url: server.url, offer: given.offer, placement: given.placement === undefined ? 'placement.signed' : given.placement }
  const input = {
    extensionPoint: 'Checkout::PostPurchase::Render',
    locale: given.locale ?? 'en',
    version: 'unstable',
    inputData: inputData(shopMetafield(server.url)),
    storage: { initialData: stored, update: () => Promise.resolve() },
    calculateChangeset: calculate,
    applyChangeset: apply,
    done,
  }
  await sandbox.render(screen.channel, input)
  const until = (fact: () => void) => vi.waitFor(fact, { interval: 5, timeout: 15_000 })
  return { ...screen, server, calculate, apply, done, until }
}
