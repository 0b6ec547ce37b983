import type { ReviewFacts } from '../reviews/review-facts.ts'
import type { Tx } from '../platform/db.server.ts'
import { DAYS, later } from '../values/time.ts'
import { startsOf } from './expiry.ts'
import type { Program } from './program.ts'
import { reads, timeZoneOf } from './reads.server.ts'
import { rewardKey, type Counts } from './reward.ts'

const SHOPPER_WINDOW = 30 * DAYS

/** Everything that limits one more reward, as the rows stand; the caller holds the shop's lock. */
export async function countFor(tx: Tx, facts: ReviewFacts, program: Program | null, now: Date): Promise<Counts> {
  const { shop, customerId, email, productId, orderId } = facts
  const { day, month } = startsOf(now, await timeZoneOf(shop))
  const [counted] = await tx.$queryRaw<Omit<Counts, 'typicalOrder' | 'spent'>[]>`
    select
      coalesce(bool_or(hers and product_id = ${productId} and (order_id = ${orderId} or order_id is null or ${orderId}::text is null)), false) as same,
      (count(*) filter (where hers and earned_at > ${later(now, -SHOPPER_WINDOW)}))::int as shopper,
      (count(*) filter (where product_id = ${productId}))::int as product,
      (count(*) filter (where order_id = ${orderId}))::int as "order",
      (count(*) filter (where earned_at >= ${day}))::int as day
    from (
      select *, coalesce(customer_id = ${customerId}, false) or coalesce(email = ${email}, false) as hers from reward
      where shop = ${shop} and key <> ${rewardKey(facts)} and state <> 'refused'
        and (product_id = ${productId} or order_id = ${orderId} or customer_id = ${customerId} or email = ${email} or earned_at >= ${day})
    ) r`
  if (!counted) throw new Error('An aggregate answers one row')
  if (!program?.terms.budget) return { ...counted, spent: 0, typicalOrder: 0 }
  return { ...counted, spent: await spentSince(tx, shop, month, now), typicalOrder: await reads().readTypicalOrder(shop) }
}

/** What the codes of a month cost so far: redeemed ones what they took off, open ones what they are expected to, expired ones nothing. */
export async function spentSince(tx: Tx, shop: string, month: Date, now: Date): Promise<number> {
  const [sum] = await tx.$queryRaw<{ spent: number }[]>`
    select coalesce(sum(case
      when x.discount is not null then x.discount
      when r.state = 'revoked' or r.expires_at < ${now} then 0
      else r.cost end), 0)::float8 as spent
    from reward r
    left join lateral (select sum(discount) as discount from redemption d where d.shop = r.shop and d.reward_key = r.key) x on true
    where r.shop = ${shop} and r.earned_at >= ${month} and r.state <> 'refused'`
  return sum?.spent ?? 0
}
