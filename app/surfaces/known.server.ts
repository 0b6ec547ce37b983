import { keyed } from '#app/platform/db.server.ts'
import { gather } from '#app/platform/gather.server.ts'
import type { Need } from '#app/offers/rules/kind.ts'
import type { Journey } from '#app/offers/told.ts'
import type { Mirrored } from './facts-of.ts'
import { KNOWN } from './known-sql.ts'

/** What one decision asks the database. */
export interface Question {
  shop: string
  customerId: string | null
  referenceId: string
  placementId: string
  needs: ReadonlySet<Need>
  products: readonly string[] | null // whose traits rules ask about; null: none do
}

/** What the database knows of one purchase at this moment. */
export interface Known extends Mirrored {
  installed: boolean
  snapshotVersion: number
  stored: { offerId: string | null; version: number | null; fallback: boolean } | null // the placement, if it was decided before
  accepted: readonly (readonly [offerId: string, at: number])[] // by the same shopper, where an offer limits that
  firstName: string | null // of one who ordered before, where an offer greets her; shown to her alone and kept with nothing
}

const QUERY_TIMEOUT_MS = 2_000
const USELESS_AFTER_MS = 280 // A decision is given up at 300: whatever hangs must not hold up those who come next.

const NAME = 'surface-known'

// Times are seconds: to make whole milliseconds of them costs PostgreSQL as much as the look-up.
type Row = [
  shop: [installed: boolean, snapshotVersion: number] | null,
  customer: [orderCount: number, countedAt: number, spent: number, string[], string | null, string | null] | null,
  orders: [isThis: boolean, at: number, productIds: string[] | null][] | null,
  placement: [string | null, number | null, boolean] | null,
  journey: [string[], number | null, string | null, string | null, string | null, string | null] | null,
  offers: string[] | null,
  unmirrored: boolean | null,
  accepted: [string, number][] | null,
  reviewed: string[] | null,
  firstName: string | null,
]

const AT_ONCE = 2

/** Before the first shopper comes: the connections that decisions ask over are open and know the statement. */
export async function openKnown(): Promise<void> {
  const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => keyed.connect()))
  await Promise.all(clients.map((client) => client.query({ name: NAME, text: KNOWN, values: ['[]'] }).finally(() => client.release())))
}

/** Counted for the bench: how many statements so many decisions needed. */
export const asked = { questions: 0, statements: 0 }

export async function readKnown(questions: readonly Question[], timeout = QUERY_TIMEOUT_MS): Promise<Known[]> {
  asked.questions += questions.length
  asked.statements += 1
  const values = [JSON.stringify(questions.map(inColumns))]
  const query = { name: NAME, text: KNOWN, values, query_timeout: timeout }
  const { rows } = await keyed.query<{ known: Row[] | null }>(query)
  return (rows[0]?.known ?? []).map((row, index) => knownOf(row, questions[index]!))
}

const inColumns = ({ shop, customerId, referenceId, placementId, needs, products }: Question, n: number) => ({
  n,
  shop,
  customer_id: customerId,
  reference_id: referenceId,
  placement_id: placementId,
  checkout: needs.has('checkout'),
  history: needs.has('history'),
  offers: needs.has('offers'),
  reviews: needs.has('reviews'),
  name: needs.has('name'),
  products,
  caps: needs.has('caps'),
})

function knownOf(row: Row, { needs, customerId }: Question): Known {
  const [shop, customer, orders, placement, journey, offers, unmirrored, accepted, reviewed, firstName] = row
  const isKnown = customerId !== null
  const earlier = (orders ?? []).filter(([isThis]) => !isThis)
  return {
    installed: shop?.[0] === true,
    snapshotVersion: shop?.[1] ?? 0,
    customer: customer && customerOf(customer),
    orders: earlier.length,
    hasThisOrder: earlier.length < (orders?.length ?? 0),
    stored: placement && { offerId: placement[0], version: placement[1], fallback: placement[2] },
    journey: journey && journeyOf(journey),
    bought: needs.has('history') && isKnown ? lastBought(earlier) : null,
    offers: needs.has('offers') && isKnown ? (offers ?? []) : null,
    reviewed: needs.has('reviews') && isKnown ? (reviewed ?? []) : null,
    unmirrored: unmirrored ?? false,
    accepted: (accepted ?? []).map(([offerId, at]) => [offerId, milliseconds(at)]),
    firstName,
  }
}

const milliseconds = (seconds: number): number => Math.round(seconds * 1000)

/** When each product was bought last. */
function lastBought(orders: NonNullable<Row[2]>): [productId: string, at: number][] {
  const last = new Map<string, number>()
  for (const [, at, productIds] of orders) for (const id of productIds ?? []) last.set(id, Math.max(milliseconds(at), last.get(id) ?? 0))
  return [...last]
}

const customerOf = ([counter, countedAt, spent, tags, consent, subscriber]: NonNullable<Row[1]>): Known['customer'] => ({
  counter,
  countedAt: milliseconds(countedAt),
  spent,
  tags,
  consent,
  subscriber,
})

const journeyOf = ([codes, discountShare, region, shippingMethod, landingPage, sourceName]: NonNullable<Row[4]>): Journey => ({
  codes,
  discountShare,
  region,
  shippingMethod,
  landingPage,
  sourceName,
})

interface Asked {
  question: Question
  known?: Known
}

const ask = gather<Asked>(
  async (batch) => {
    const known = await readKnown(
      batch.map(({ question }) => question),
      USELESS_AFTER_MS,
    )
    batch.forEach((each, index) => (each.known = known[index]!))
  },
  { most: 32, within: 0, atOnce: 2 },
)

/** For what may take its time, and must not fail because others do. */
export const askAlone = async (question: Question): Promise<Known> => (await readKnown([question]))[0]!

/** The same for one purchase, sharing its statement with all that wait at this moment. */
export async function askKnown(question: Question): Promise<Known> {
  const asked: Asked = { question }
  await ask(asked)
  return asked.known!
}
