import { db, pool } from '../../platform/db.server.ts'
import { creditLeftOf } from '../credit-left.ts'
import { valueOf } from '../now.server.ts'

interface Earned {
  /** Null: store credit. */
  code: string | null
  /** What the credit still has, in the merchant's English; what a code is worth, the code says. */
  credit: string | null
  expiresAt: Date
  redeemed: boolean
  revoked: boolean
}

const READ = `
  select r.key, exists (select from redemption x where x.shop = r.shop and x.reward_key = r.key) as redeemed
  from reward r where r.shop = $1 and r.customer_id = $2 and (r.code is not null or r.credit_id is not null) and r.expires_at is not null
  order by r.earned_at desc, r.key limit 5`

/** The newest rewards of one shopper, codes and store credit, and what became of them. */
export async function readShoppersRewards(shop: string, customerId: string): Promise<Earned[]> {
  const { rows } = await pool.query<{ key: string; redeemed: boolean }>(READ, [shop, customerId])
  const rewards = await db.reward.findMany({ where: { shop, key: { in: rows.map(({ key }) => key) } } })
  const byKey = new Map(rewards.map((reward) => [reward.key, reward]))
  const earned = rows.map(async ({ key, redeemed }): Promise<Earned[]> => {
    const reward = byKey.get(key)
    if (!reward?.expiresAt) return []
    const { code, expiresAt, state } = reward
    const credit = code === null ? await valueOf({ ...reward, language: 'en' }, creditLeftOf(reward)) : null
    return [{ code, credit, expiresAt, redeemed: code === null ? reward.creditLeft === 0n : redeemed, revoked: state === 'revoked' }]
  })
  return (await Promise.all(earned)).flat()
}
