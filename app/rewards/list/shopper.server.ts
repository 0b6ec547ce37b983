import { pool } from '../../platform/db.server.ts'

const READ = `
  select r.code, r.expires_at as "expiresAt",
    exists (select from redemption x where x.shop = r.shop and x.reward_key = r.key) as redeemed
  from reward r where r.shop = $1 and r.customer_id = $2 and r.code is not null and r.expires_at is not null
  order by r.earned_at desc, r.key limit 5`

/** The newest codes that one shopper has earned, and whether she used them. */
export async function readShoppersCodes(shop: string, customerId: string): Promise<{ code: string; expiresAt: Date; redeemed: boolean }[]> {
  return (await pool.query<{ code: string; expiresAt: Date; redeemed: boolean }>(READ, [shop, customerId])).rows
}
