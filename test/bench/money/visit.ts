import type { Purchase as OpenOrder } from '../../simulator/post-purchase/changesets.ts'
import { applyChangeset } from '../../simulator/post-purchase/changesets.ts'
import { setFault } from '../../simulator/post-purchase/faults.ts'
import { inputData } from '../../simulator/post-purchase/input.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { readJwt } from '../../simulator/tokens/jwt.ts'
import { pass } from './clock.ts'
import type { Dice } from './dice.ts'
import type { Encore } from './encore.ts'
import type { Stall } from './offers.ts'

/** What the bench itself saw happen on one purchase's page: the truth beside the simulator's order. */
export interface Seen {
  at: Date
  offerId: string
  fallback: boolean
  shown: string[]
  declined: string[]
  accepted: Accepted[]
}
export interface Accepted {
  stepId: string
  lineIds: number[]
  costs: (string | null)[] // of one unit, at that time
  transactionId: number | null // of its own charge
  charged: boolean
}

interface Step {
  id: string
  onAccept: string | null
  onDecline: string | null
}
interface Page {
  simulator: Simulator
  encore: Encore
  stall: Stall
  dice: Dice
  open: OpenOrder
  purchase: Parameters<Encore['surfaces']['offer']>[0]
}
type Ticket = { placement: string } | { fallback: string }

/** The shopper on the page after payment: what her browser asks and reports, with all that can go wrong there. Null: she met nothing. */
export async function visitPage(given: Omit<Page, 'purchase'>): Promise<Seen | null> {
  const page = { ...given, purchase: purchaseOf(given) }
  const { encore, stall, dice } = page
  const at = new Date()
  const { head, rest = '' } = await encore.surfaces.offer(page.purchase)
  const answer = JSON.parse(`${head}${rest}`) as {
    show: boolean
    placement: string
    offer: { offerId: string; first: string; steps: Step[] }
  }
  if (!answer.show) return null
  // Now and then the answer comes too late, and the browser shows what it had prepared.
  const late = dice.chance(6) ? await preparedFallback(page) : null
  const offer = late ?? answer.offer
  const ticket: Ticket = late ? { fallback: stall.fallback } : { placement: answer.placement }
  const seen: Seen = { at, offerId: offer.offerId, fallback: late !== null, shown: [], declined: [], accepted: [] }
  if (late || dice.chance(95)) await walk(page, offer, ticket, seen)
  return seen
}

function purchaseOf({ simulator, encore, open }: Omit<Page, 'purchase'>): Page['purchase'] {
  const { shop, order, checkout } = open
  const { clientId, secret } = simulator.app
  const now = new Date()
  const input = {
    shop,
    order,
    referenceId: checkout.token,
    locale: 'en',
    extensionPoint: 'ShouldRender',
    metafields: [],
    ofShop: [],
    tokenSeconds: 3_600,
  }
  const { token } = inputData({ ...input, clientId, secret, now })
  const read = encore.readClaims(readJwt(token, secret), now)
  if (!read.ok) throw new Error(`Encore does not take the token: ${read.because}`)
  return read.value
}

async function preparedFallback({ encore, stall }: Page): Promise<{ offerId: string; first: string; steps: Step[] }> {
  const version = await encore.db.offerVersion.findFirstOrThrow({ where: { shop: stall.shop.domain, offerId: stall.fallback } })
  const { steps } = version.definition as unknown as { steps: Step[] }
  return { offerId: stall.fallback, first: steps[0]?.id ?? '', steps }
}

async function walk(page: Page, offer: { first: string; steps: Step[] }, ticket: Ticket, seen: Seen): Promise<void> {
  const { encore, dice, purchase } = page
  let at: string | null = offer.first
  while (at) {
    const step = offer.steps.find(({ id }) => id === at)
    if (!step) throw new Error(`There is no step ${at}`)
    const tell = async (kind: 'shown' | 'declined') => {
      const noted = await encore.surfaces.event(purchase, { token: '', stepId: step.id, kind, ...ticket })
      if (!noted.ok && noted.because !== 'fallback-not-eligible') throw new Error(`Encore did not note ${kind}: ${noted.because}`)
      return noted.ok
    }
    pass(2_000)
    // A fallback that does not fit this purchase is refused, and counts nowhere.
    if (!(await tell('shown'))) return
    if (dice.chance(10)) await tell('shown') // rendered twice, which is one impression
    seen.shown.push(step.id)
    if (dice.chance(8)) return // the browser was closed
    if (dice.chance(55)) {
      if (!(await accept(page, step, ticket, seen))) return
      at = step.onAccept
    } else {
      await tell('declined')
      seen.declined.push(step.id)
      at = step.onDecline
    }
  }
}

/** False: the page says why and goes no further, as Encore's extension does. */
async function accept(page: Page, step: Step, ticket: Ticket, seen: Seen): Promise<boolean> {
  const { simulator, encore, stall, dice, open, purchase } = page
  const { domain } = stall.shop
  const answer = await encore.surfaces.accept(purchase, { token: '', stepId: step.id, ...ticket })
  if (!answer.ok) return false
  pass(3_000)
  if (dice.chance(12)) await setFault(simulator, open.checkout.token, { charge: 'declined' })
  else if (dice.chance(5)) await setFault(simulator, open.checkout.token, { code: 'payment_required', on: 'apply' })
  const applied = await applyChangeset(simulator, await reopened(simulator, domain, open), answer.changeset)
  if (dice.chance(85)) {
    const { status, errors } = applied
    await encore.surfaces.outcome(purchase, { token: '', changesetId: answer.changesetId, status, errors: errors.map(({ code }) => code) })
  }
  if (applied.status !== 'unprocessed') seen.accepted.push(await whatWasAdded(page, step.id, applied.status === 'processed'))
  return applied.status === 'processed'
}

async function whatWasAdded({ simulator, stall, open }: Page, stepId: string, charged: boolean): Promise<Accepted> {
  const { order } = await reopened(simulator, stall.shop.domain, open)
  const lineIds = order.edits.at(-1)?.additions.map(({ id }) => id) ?? []
  const variants = lineIds.map((lineId) => order.lines.find(({ id }) => id === lineId)?.variantId)
  const shelf = stall.products.flatMap((product) => product.variants)
  const costs = variants.map((variantId) => shelf.find(({ id }) => id === variantId)?.cost ?? null)
  const last = order.transactions.at(-1)
  const own = last && order.transactions.length > 1 && last.processedAt === order.updatedAt ? last.id : null
  return { stepId, lineIds, costs, transactionId: own, charged }
}

/** The order and the checkout as they are now. */
async function reopened({ store }: Simulator, shop: string, open: OpenOrder): Promise<OpenOrder> {
  const [order, checkout] = await Promise.all([store.get(shop, 'order', open.order.id), store.get(shop, 'checkout', open.checkout.id)])
  if (!order || !checkout) throw new Error('The simulator has lost an order')
  return { ...open, order, checkout }
}
