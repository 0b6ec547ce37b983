import { now } from '../../platform/clock.server.ts'
import { db, pool, transact } from '../../platform/db.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'
import { DAYS, later } from '../../values/time.ts'
import { spentSince } from '../counts.server.ts'
import { startsOf } from '../expiry.ts'
import type { Program } from '../program.ts'
import { isBudgetSpent } from '../promise.server.ts'
import { timeZoneOf } from '../reads.server.ts'
import type { Budget, Totals } from './totals.ts'
import type { Listed, RewardRow } from './rows.ts'

const PAGE = 50

const LIST = `
  select r.key, r.source, r.review_id as "reviewId", r.product_id as "productId", p.title as product, r.email, r.tier, r.state, r.because, r.code,
    r.expires_at as "expiresAt", r.earned_at as "earnedAt", coalesce(x.orders, '[]') as orders,
    x.discount::float8 as discount, x.revenue::float8 as revenue,
    coalesce(r.waits, d.reason) as waits, r.credit_id is not null as credited,
    r.credit_left::float8 as "creditLeft"
  from reward r
  left join product p on p.shop = r.shop and p.id = r.product_id
  left join code_discount d on d.shop = r.shop and d.key = r.discount_key and r.state = 'issuing'
  left join lateral (
    select json_agg(json_build_object('id', y.order_id, 'name', coalesce(o.name, y.order_id)) order by y.at, y.order_id) as orders,
      sum(y.discount) as discount, sum(y.revenue) as revenue
    from redemption y left join "order" o on o.shop = y.shop and o.id = y.order_id
    where y.shop = r.shop and y.reward_key = r.key having count(*) > 0) x on true
  where r.shop = $1 and case $2
    when 'all' then true
    when 'redeemed' then x.orders is not null
    when 'open' then r.state = 'issued' and x.orders is null and r.expires_at > $3
    when 'waiting' then r.state in ('settling', 'issuing')
    else r.state in ('refused', 'revoked') end
    and ($5 = '' or strpos(upper(r.code), upper($5)) > 0 or lower(r.email) = lower($5) or r.order_id in (
      select id from "order" where shop = $1 and name in ($5, '#' || $5)))
  order by r.earned_at desc, r.key limit ${PAGE + 1} offset $4`

/** One page of rewards, newest first, with what became of each code. */
export async function listRewards(shop: string, { shown, page, search }: Listed): Promise<{ rows: RewardRow[]; more: boolean }> {
  const { rows } = await pool.query<RewardRow>(LIST, [shop, shown, now(), (page - 1) * PAGE, search])
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE }
}

const TOTALS = `
  select
    (select count(*)::int from review_request where shop = $1 and sent_at > $2) as requests,
    (select count(*)::int from reward where shop = $1 and earned_at > $2) as reviews,
    (select count(*)::int from reward where shop = $1 and issued_at > $2) as issued,
    count(distinct x.reward_key)::int as redeemed, coalesce(sum(x.discount), 0)::float8 as discounts, coalesce(sum(x.revenue), 0)::float8 as revenue
  from redemption x join reward r on r.shop = x.shop and r.key = x.reward_key
  where x.shop = $1 and r.earned_at > $2`

/** From the request to the redeemed order, for what was earned in the last 90 days. */
export async function readTotals(shop: string): Promise<Totals> {
  const { rows } = await pool.query<Totals>(TOTALS, [shop, later(now(), -90 * DAYS)])
  return rows[0] ?? { requests: 0, reviews: 0, issued: 0, redeemed: 0, discounts: 0, revenue: 0 }
}

/** Null: the program has no budget. */
export async function readBudget(shop: string, program: Program): Promise<Budget | null> {
  const { budget } = program.terms
  if (budget === null) return null
  const { month } = startsOf(now(), await timeZoneOf(shop))
  return { spent: await spentSince(db, shop, month, now()), budget, isSpent: await isBudgetSpent(shop, program) }
}

/** Only for fraud, and with what makes it fraud: a code is never taken back for what a review says. Credit that was given stays hers. */
export const revokeReward = (shop: string, key: string, reason: string): Promise<void> =>
  transact(async (tx) => {
    const { count } = await tx.reward.updateMany({
      where: { shop, key, state: { in: ['settling', 'issuing', 'issued'] }, creditTried: false },
      data: { state: 'revoked', because: `fraud: ${reason}` },
    })
    if (count > 0) await enqueue(tx, 'withdraw-code', { shop, rewardKey: key })
  })
