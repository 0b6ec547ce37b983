import { db } from '#app/platform/db.server.ts'
import { rows } from '#test/platform/world.ts'

export const product = (shop: string, id = '1') => db.product.findUnique({ where: { shop_id: { shop, id } } })
export const variant = (shop: string, id = '10') => db.variant.findUnique({ where: { shop_id: { shop, id } } })
export const order = (shop: string, id = '9') => db.order.findUnique({ where: { shop_id: { shop, id } } })
export const customer = (shop: string, id = '7') => db.customer.findUnique({ where: { shop_id: { shop, id } } })
export const snapshotVersion = async (shop: string) => (await db.shop.findUnique({ where: { shop } }))?.snapshotVersion

/** What has been announced about the shop and nobody has heard yet. */
export async function events(shop: string): Promise<string[]> {
  const jobs = await rows<{ payload: { event: string } }>(
    `select payload from graphile_worker._private_jobs where key like 'announce-event%' and key like $1`,
    [`%"${shop}"%`],
  )
  return [...new Set(jobs.map(({ payload }) => payload.event))].sort()
}

/** A minute of one morning. */
export const at = (minute: number) => `2026-11-01T10:${String(minute).padStart(2, '0')}:00Z`
