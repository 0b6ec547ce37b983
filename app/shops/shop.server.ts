import { db } from '../platform/db.server.ts'

export const readShop = (shop: string) => db.shop.findUnique({ where: { shop } })

/** Shops that Encore works for right now. */
export async function installedShops(): Promise<string[]> {
  const rows = await db.shop.findMany({ where: { state: 'installed' }, select: { shop: true }, orderBy: { shop: 'asc' } })
  return rows.map(({ shop }) => shop)
}

/** Addresses and domains of whoever works for the shop, as far as Encore has met them. */
export async function readInsiders(shop: string): Promise<{ emails: string[]; hosts: string[] }> {
  const [known, staff] = await Promise.all([
    db.shop.findUnique({ where: { shop }, select: { emails: true, host: true } }),
    db.session.findMany({ where: { shop, email: { not: null } }, select: { email: true } }),
  ])
  return { emails: [...(known?.emails ?? []), ...staff.map(({ email }) => email ?? '')], hosts: known?.host ? [known.host] : [] }
}
