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
  const caps = program?.terms.caps
  // Only what limits something is counted, and each count has an index: a busy day must not make each review dearer than the one before.
  const [counted] = await tx.$queryRaw<Omit<Counts, 'typicalOrder' | 'spent'>[]>`
    with hers as (
      select product_id, order_id, earned_at from reward
      where shop = ${shop} and (customer_id = ${customerId} or email = ${email}) and key <> ${rewardKey(facts)} and state <> 'refused')
    select
      exists (select from hers where product_id = ${productId}
        and (order_id = ${orderId} or order_id is null or ${orderId}::text is null)) as same,
      (select count(*)::int from hers where earned_at > ${later(now, -SHOPPER_WINDOW)}) as shopper,
      case when ${caps?.product != null}::boolean then (select count(*)::int from reward
        where shop = ${shop} and product_id = ${productId} and key <> ${rewardKey(facts)} and state <> 'refused') else 0 end as product,
      case when ${caps?.order != null}::boolean then (select count(*)::int from reward
        where shop = ${shop} and order_id = ${orderId} and key <> ${rewardKey(facts)} and state <> 'refused') else 0 end as "order",
      case when ${caps?.day != null}::boolean then (select count(*)::int from reward
        where shop = ${shop} and earned_at >= ${day} and key <> ${rewardKey(facts)} and state <> 'refused') else 0 end as day`
  if (!counted) throw new Error('An aggregate answers one row')
  if (!program?.terms.budget) return { ...counted, spent: 0, typicalOrder: 0 }
  return { ...counted, spent: await spentSince(tx, shop, month, now), typicalOrder: await reads().readTypicalOrder(shop) }
}

/**
 * What the rewards of a month cost so far: redeemed codes what they took off, open ones what they are expected to, expired ones nothing.
 * Store credit costs its amount until it ends, for what is left of it may still be spent; then what was spent.
 */
export async function spentSince(tx: Tx, shop: string, month: Date, now: Date): Promise<number> {
  const [sum] = await tx.$queryRaw<{ spent: number }[]>`
    select coalesce(sum(case
      when r.credit_id is not null then r.cost - case when r.expires_at < ${now} then coalesce(r.credit_left, 0) else 0 end
      when x.discount is not null then x.discount
      when r.state = 'revoked' or r.expires_at < ${now} then 0
      else r.cost end), 0)::float8 as spent
    from reward r
    left join lateral (select sum(discount) as discount from redemption d where d.shop = r.shop and d.reward_key = r.key) x on true
    where r.shop = ${shop} and r.earned_at >= ${month} and r.state <> 'refused'`
  return sum?.spent ?? 0
}
