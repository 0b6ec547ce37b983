import type { Visitor } from './doors.ts'
import { startOf } from './pages.ts'
import type { Mind } from './shopper.ts'

interface Block {
  here: string
  rules: { target: string }
  given: { signals: Signals }
}
interface Signals {
  orderConfirmation?: { order: { id: string } }
  order?: { id: string }
  checkoutToken?: string
}
interface Said {
  againInMs?: number
  offer?: Offered
}
interface Offered {
  placement: string
  first: string
  steps: { id: string; onDecline: string | null; products: { variants: { variantId: number }[] }[] }[]
}

/** What a block proposed, and the step that she takes. */
export interface MetBlock {
  variants: number[]
  taken: { placement: string; stepId: string } | null
}

const NOTHING: MetBlock = { variants: [], taken: null }
const TRIES = 60

/**
 * What a placed block asks and reports, on the page of an order. No block on the page: nothing met. `impatient` (ms): asks again so soon,
 * and not when the block would.
 */
export async function meetBlock(shopper: Visitor, handle: string, page: string, mind: Mind, impatient?: number): Promise<MetBlock> {
  const [block] = page.includes('id="blocks"') ? startOf<Block[]>(page, 'blocks') : []
  if (!block) return NOTHING
  const isThankYou = block.rules.target.startsWith('purchase.thank-you')
  const { orderConfirmation, order, checkoutToken } = block.given.signals
  const surface = isThankYou ? 'thank-you' : 'order-status'
  const orderId = (isThankYou ? orderConfirmation?.order : order)?.id
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { text: token } = await shopper.say(handle, `${block.here}/session_token`, {})
    const answer = await shopper.ask<Said>('app', '/surface/block', { token, surface, orderId, checkoutToken, locale: 'en' })
    if (answer.offer) return decide(shopper, answer.offer, token, mind)
    if (!answer.againInMs) return NOTHING
    await new Promise((wake) => setTimeout(wake, impatient ?? answer.againInMs))
  }
  throw new Error('Encore has not heard of an order')
}

/** Only the first step: what follows a decline is the next thing that the block shows by itself. */
async function decide(shopper: Visitor, { placement, first, steps }: Offered, token: string, mind: Mind): Promise<MetBlock> {
  const step = steps.find(({ id }) => id === first)
  if (!step) throw new Error('The block proposes a step that it does not have')
  const tell = (kind: string) => shopper.ask('app', '/surface/block/event', { token, placement, stepId: first, kind })
  await tell('shown')
  const variants = step.products.flatMap((product) => product.variants.map(({ variantId }) => variantId))
  if (mind(step) === 'accept') return { variants, taken: { placement, stepId: first } }
  await tell('declined')
  return { variants, taken: null }
}

/** The checkout that the link of a taken step leads to; null: it is over meanwhile. */
export async function checkoutOf(shopper: Visitor, { placement, stepId }: NonNullable<MetBlock['taken']>): Promise<string | null> {
  const asked = new URLSearchParams({ placement, step: stepId, locale: 'en' })
  const { url } = await shopper.ask<{ url?: string }>('app', `/surface/take?${asked}`, {})
  return url ?? null
}
