import { db, transact } from '#app/platform/db.server.ts'
import { showAnew } from '../display/summary.server.ts'
import { collectingSettings, type CollectingSettings } from './settings.ts'

export async function readCollecting(shop: string): Promise<CollectingSettings> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true } })
  return collectingSettings(known?.settings)
}

export const saveCollecting = (shop: string, collecting: CollectingSettings): Promise<void> =>
  transact(async (tx) => {
    await tx.$executeRaw`update shop set settings = settings || ${JSON.stringify({ collecting })}::jsonb where shop = ${shop}`
    // What the theme says of the reviews depends on what is held back.
    await showAnew(tx, shop)
  })
