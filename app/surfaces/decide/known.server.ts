import type { Need } from '#app/offers/rules/kind.ts'
import type { Journey } from '#app/offers/told.ts'
import { keyed } from '#app/platform/db.server.ts'
import { gather } from '#app/platform/gather.server.ts'
import { textArray } from '#app/platform/text-array.server.ts'
import type { Mirrored } from './facts-of.ts'
import { EXTRAS, knownSql, type Extra } from './known-sql.ts'

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

type Shops = Record<string, [installed: boolean, snapshotVersion: number]>

// Times are seconds: to make whole milliseconds of them costs PostgreSQL as much as the look-up.
type PastOrder = [isThis: boolean | null, at: number, productIds: string[] | null]
type Row = [
  customer: [orderCount: number, countedAt: number, spent: number, string[], string | null, string | null] | null,
  orders: PastOrder[] | PastOrder[0][] | null, // with what was bought, where the statement asks for history
  placement: [string | null, number | null, boolean] | null,
  ...extras: unknown[],
]

interface Extras {
  checkout: [string[], number | null, string | null, string | null, string | null, string | null]
  offers: string[]
  caps: [string, number][]
  reviews: string[]
  name: string
  unmirrored: boolean
}

/** Asks what the questions of one batch need, and no more. */
interface Statement {
  name: string
  text: string
  places: ReadonlyMap<Extra, number> // in a row
}

const FIRST_EXTRA = 3
const statements = new Map<number, Statement>()

const wants = ({ needs, products }: Question, extra: Extra): boolean =>
  extra === 'unmirrored' ? products !== null && products.length > 0 : needs.has(extra)

function statementFor(questions: readonly Question[]): Statement {
  const history = questions.some(({ needs }) => needs.has('history'))
  const extras = EXTRAS.filter((extra) => questions.some((question) => wants(question, extra)))
  const key = extras.reduce((bits, extra) => bits | (2 << EXTRAS.indexOf(extra)), Number(history))
  const before = statements.get(key)
  if (before) return before
  const places = new Map(extras.map((extra, n) => [extra, FIRST_EXTRA + n]))
  const statement = { name: `surface-known-${key}`, text: knownSql(history, extras), places }
  statements.set(key, statement)
  return statement
}

const AT_ONCE = 2

/** Before the first shopper comes: the connections that decisions ask over are open. */
export async function openKnown(): Promise<void> {
  const clients = await Promise.all(Array.from({ length: AT_ONCE }, () => keyed.connect()))
  await Promise.all(clients.map((client) => client.query('select').finally(() => client.release())))
}

/** Counted for the bench: how many statements so many decisions needed. */
export const asked = { questions: 0, statements: 0 }

export async function readKnown(questions: readonly Question[], timeout = QUERY_TIMEOUT_MS): Promise<Known[]> {
  asked.questions += questions.length
  asked.statements += 1
  const { name, text, places } = statementFor(questions)
  const values = COLUMNS.map((textOf) => textArray(questions.map(textOf)))
  const query = { name, text, values, query_timeout: timeout }
  const { rows } = await keyed.query<{ shops: Shops | null; known: Row[] }>(query)
  const { shops, known } = rows[0]!
  return questions.map((question, index) => knownOf(known[index]!, shops?.[question.shop], question, places))
}

const COLUMNS: readonly ((question: Question) => string | null)[] = [
  ({ shop }) => shop,
  ({ customerId }) => customerId,
  ({ referenceId }) => referenceId,
  ({ placementId }) => placementId,
  ({ products }) => products && `{${products.join()}}`,
]

function knownOf(row: Row, shop: Shops[string] | undefined, { needs, customerId }: Question, places: Statement['places']): Known {
  const [customer, orders, placement] = row
  // Another purchase of the batch may have needed what this one does not.
  const told = <Name extends Need & Extra>(name: Name): Extras[Name] | null =>
    needs.has(name) ? ((row[places.get(name) ?? -1] ?? null) as Extras[Name] | null) : null
  const asksOf = (need: Need) => needs.has(need) && customerId !== null
  const journey = told('checkout')
  return {
    installed: shop?.[0] === true,
    snapshotVersion: shop?.[1] ?? 0,
    customer: customer && customerOf(customer),
    ...counted(orders ?? []),
    stored: placement && { offerId: placement[0], version: placement[1], fallback: placement[2] },
    journey: journey && journeyOf(journey),
    bought: asksOf('history') ? lastBought((orders ?? []) as PastOrder[]) : null,
    offers: asksOf('offers') ? [...new Set(told('offers'))] : null,
    reviewed: asksOf('reviews') ? [...new Set(told('reviews'))] : null,
    unmirrored: row[places.get('unmirrored') ?? -1] === true,
    accepted: (told('caps') ?? []).map(([offerId, at]) => [offerId, milliseconds(at)]),
    firstName: told('name'),
  }
}

const isThis = (order: PastOrder | PastOrder[0]): boolean => (Array.isArray(order) ? order[0] : order) === true

/** Her orders but this one, which may be among them already. */
function counted(orders: NonNullable<Row[1]>): Pick<Known, 'orders' | 'hasThisOrder'> {
  let earlier = 0
  for (const order of orders) if (!isThis(order)) earlier += 1
  return { orders: earlier, hasThisOrder: earlier < orders.length }
}

const milliseconds = (seconds: number): number => Math.round(seconds * 1000)

/** When each product was bought last, before this order. */
function lastBought(orders: readonly PastOrder[]): [productId: string, at: number][] {
  const last = new Map<string, number>()
  for (const order of orders)
    if (!isThis(order)) for (const id of order[2] ?? []) last.set(id, Math.max(milliseconds(order[1]), last.get(id) ?? 0))
  return [...last]
}

const customerOf = ([counter, countedAt, spent, tags, consent, subscriber]: NonNullable<Row[0]>): Known['customer'] => ({
  counter,
  countedAt: milliseconds(countedAt),
  spent,
  tags,
  consent,
  subscriber,
})

const journeyOf = ([codes, discountShare, region, shippingMethod, landingPage, sourceName]: Extras['checkout']): Journey => ({
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
  { most: 48, within: 0, atOnce: 2 },
)

/** For what may take its time, and must not fail because others do. */
export const askAlone = async (question: Question): Promise<Known> => (await readKnown([question]))[0]!

/** The same for one purchase, sharing its statement with all that wait at this moment. */
export async function askKnown(question: Question): Promise<Known> {
  const asked: Asked = { question }
  await ask(asked)
  return asked.known!
}
