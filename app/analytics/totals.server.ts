import { pool } from '#app/platform/db.server.ts'
import type { Range } from '#app/values/time.ts'
import { figuresBy, nothing, type Figures, type StepSales } from './figures.ts'
import { reads } from './reads.server.ts'

/** All offers together. A sale counts on the day it was accepted, whenever it is paid or refunded. */
export async function readTotals(shop: string, range: Range): Promise<Figures> {
  const { currency, by } = await readFigures(shop, range)
  return by(() => 'all').get('all') ?? nothing(currency)
}

/** Offers that nobody saw in that time are absent. */
export async function readOfferTotals(shop: string, range: Range): Promise<Map<string, Figures>> {
  const { by } = await readFigures(shop, range)
  return by(({ offerId }) => offerId)
}

/** One offer's steps by their id. */
export async function readSteps(shop: string, offerId: string, range: Range): Promise<Record<string, Figures>> {
  const { by } = await readFigures(shop, range, offerId)
  return Object.fromEntries(by(({ stepId }) => stepId))
}

async function readFigures(shop: string, range: Range, offerId?: string) {
  const { countStepEvents, readShop } = reads()
  const currency = (await readShop(shop))?.currency ?? 'USD'
  const [events, sales] = await Promise.all([countStepEvents(shop, range), countSales(shop, currency, range)])
  const wanted = (row: { offerId: string }) => !offerId || row.offerId === offerId
  const by = (key: Parameters<typeof figuresBy>[0]) => figuresBy(key, events.filter(wanted), sales.filter(wanted), currency)
  return { currency, by }
}

/** A shop that has changed its currency has earnings in both; amounts of the old one are not mixed in. */
async function countSales(shop: string, currency: string, { from, to }: Range): Promise<StepSales[]> {
  const { rows } = await pool.query<StepSales>(
    `select offer_id as "offerId", step_id as "stepId", count(distinct changeset_id)::int as acceptances,
       coalesce(sum(revenue) filter (where currency = $2), 0)::float8 as revenue
     from earning where shop = $1 and accepted_at >= $3 and accepted_at < $4 group by offer_id, step_id`,
    [shop, currency, from, to],
  )
  return rows
}
