import { pool } from '#app/platform/db.server.ts'
import { money, type Money } from '#app/values/money.ts'
import type { Range } from '#app/values/time.ts'
import { figuresIn, offerAndStep, reportOf, type Figures, type Keyed, type Report, type Sales } from './figures.ts'
import { reads } from './reads.server.ts'

/** The numbers that pages of other domains show beside an offer or a step. */
export interface Totals {
  visits: number // purchases that saw it
  acceptedVisits: number // purchases that took something
  impressions: number // of its steps
  acceptances: number
  declines: number
  revenue: Money
}

/** Every figure by everything it can be told by. All that one purchase did counts on the day it met Encore, whenever it is paid or refunded. */
export async function readReport(
  shop: string,
  range: Range,
): Promise<{ report: Report; currency: string; elsewhere: Money[]; tests: Money }> {
  const known = await reads().readShop(shop)
  const [currency, timeZone] = [known?.currency ?? 'USD', known?.timeZone ?? 'UTC']
  const [visits, sales, elsewhere, tests] = await Promise.all([
    reads().countVisits(shop, range, timeZone),
    countSales(shop, range, { currency, timeZone }),
    sumElsewhere(shop, range, currency),
    sumTests(shop, range, currency),
  ])
  return { report: reportOf(visits, sales), currency, elsewhere, tests }
}

/** What the home page tells: all offers together, each by itself, and how often the prepared fallback had to serve. */
export async function readEarned(shop: string, range: Range): Promise<{ totals: Totals; byOffer: Map<string, Totals>; fallbacks: number }> {
  const { report, currency } = await readReport(shop, range)
  const byOffer = new Map([...(report.get('offer') ?? [])].map(([offerId, figures]) => [offerId, totalsOf(figures, currency)]))
  const all = figuresIn(report, 'all')
  return { totals: totalsOf(all, currency), byOffer, fallbacks: all.fallbacks }
}

/** Offers that nobody saw in that time are absent. */
export async function readOfferTotals(shop: string, range: Range): Promise<Map<string, Totals>> {
  const { report, currency } = await readReport(shop, range)
  return new Map([...(report.get('offer') ?? [])].map(([offerId, figures]) => [offerId, totalsOf(figures, currency)]))
}

/** Each offer's steps by their id; what nobody saw in that time is absent. */
export async function readStepTotals(shop: string, range: Range): Promise<Map<string, Record<string, Totals>>> {
  const { report, currency } = await readReport(shop, range)
  const steps = [...(report.get('step') ?? [])].map(([key, figures]) => [...offerAndStep(key), figures] as const)
  const byOffer = Map.groupBy(steps, ([offerId]) => offerId)
  const totals = (those: typeof steps) => Object.fromEntries(those.map(([, step, figures]) => [step, totalsOf(figures, currency)]))
  return new Map([...byOffer].map(([offerId, those]) => [offerId, totals(those)]))
}

/** One offer's steps by their id. */
export const readSteps = async (shop: string, offerId: string, range: Range): Promise<Record<string, Totals>> =>
  (await readStepTotals(shop, range)).get(offerId) ?? {}

const totalsOf = ({ visits, acceptedVisits, impressions, acceptances, declines, revenue }: Figures, currency: string): Totals => ({
  visits,
  acceptedVisits,
  impressions,
  acceptances,
  declines,
  revenue: money(revenue, currency),
})

// Amounts of a currency that the shop has left are never added to those of the one it has now.
const SALES = `
select dimension, key, sum(acceptances)::int as acceptances, count(distinct reference)::int as "acceptedVisits", (count(*) filter (where rest > 0))::int as orders,
  coalesce(sum(rest), 0)::float8 as rest, coalesce(sum(revenue) filter (where rest > 0), 0)::float8 as added, coalesce(sum(revenue), 0)::float8 as revenue, coalesce(sum(returned), 0)::float8 as returned, coalesce(sum(discount), 0)::float8 as discount,
  sum(lines)::int as lines, sum(unknown)::int as unknown, coalesce(sum(known), 0)::float8 as known, coalesce(sum(cost), 0)::float8 as cost
from (
  select k.dimension, k.key, e.order_id, count(distinct e.changeset_id) as acceptances, max(coalesce(p.reference_id, e.placement_id)) as reference, max(e.rest) filter (where mine) as rest,
    sum(e.revenue) filter (where mine) as revenue, sum(e.returned) filter (where mine) as returned,
    sum(e.discount) filter (where mine) as discount, count(*) filter (where mine and e.kept > 0) as lines,
    count(*) filter (where mine and e.kept > 0 and e.cost is null) as unknown,
    sum(e.revenue) filter (where mine and e.cost is not null) as known, sum(e.cost) filter (where mine) as cost
  from earning e left join placement p on p.shop = e.shop and p.id = e.placement_id
  cross join lateral (select e.currency = $5) as m(mine)
  cross join lateral (values ('all', ''), ('offer', e.offer_id), ('step', e.offer_id || ' ' || e.step_id),
    ('surface', e.surface), ('day', to_char(e.visited_at at time zone $4, 'YYYY-MM-DD')), ('currency', e.paid_in)) as k(dimension, key)
  where e.shop = $1 and e.visited_at >= $2 and e.visited_at < $3
  group by 1, 2, 3
) per_order group by dimension, key`

async function countSales(shop: string, { from, to }: Range, { currency, timeZone }: { currency: string; timeZone: string }) {
  const { rows } = await pool.query<Sales & Keyed>(SALES, [shop, from, to, timeZone, currency])
  return rows
}

async function sumElsewhere(shop: string, { from, to }: Range, currency: string): Promise<Money[]> {
  const { rows } = await pool.query<Money>(
    `select currency, sum(revenue)::float8 as amount from earning
     where shop = $1 and visited_at >= $2 and visited_at < $3 and currency <> $4 group by currency order by currency`,
    [shop, from, to, currency],
  )
  return rows
}

/** What of the revenue no money was moved for: orders of a payment provider in test mode. */
async function sumTests(shop: string, { from, to }: Range, currency: string): Promise<Money> {
  const { rows } = await pool.query<{ amount: number }>(
    `select coalesce(sum(e.revenue), 0)::float8 as amount from earning e join "order" o on o.shop = e.shop and o.id = e.order_id
     where e.shop = $1 and e.visited_at >= $2 and e.visited_at < $3 and e.currency = $4 and o.test`,
    [shop, from, to, currency],
  )
  return money(rows[0]?.amount ?? 0, currency)
}
