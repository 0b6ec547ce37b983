import { db } from '../platform/db.server.ts'

export const readShop = (shop: string) => db.shop.findUnique({ where: { shop } })

/** Shops that Encore works for right now. */
export async function installedShops(): Promise<string[]> {
  const rows = await db.shop.findMany({ where: { state: 'installed' }, select: { shop: true }, orderBy: { shop: 'asc' } })
  return rows.map(({ shop }) => shop)
}
