import { db, transact } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { notify } from '#app/platform/notify.server.ts'
import { surfaceSettings, type SurfaceSettings } from './settings.ts'

export async function readSettings(shop: string): Promise<SurfaceSettings> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true } })
  return surfaceSettings(known?.settings)
}

/** Other settings of the shop stay as they are. The extension reads these from the shop metafield, which follows `offers.changed`. */
export const saveSettings = (shop: string, postPurchase: SurfaceSettings): Promise<void> =>
  transact(async (tx) => {
    const changed = JSON.stringify({ postPurchase })
    await tx.$executeRaw`update shop set settings = settings || ${changed}::jsonb, snapshot_version = snapshot_version + 1 where shop = ${shop}`
    await notify(tx, 'snapshot', shop)
    await emit(tx, 'offers.changed', { shop })
  })
