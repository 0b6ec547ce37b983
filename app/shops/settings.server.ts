import { db, transact } from '../platform/db.server.ts'
import { emit } from '../platform/events.server.ts'
import { notify } from '../platform/notify.server.ts'
import { ShopSettings } from './settings.ts'

export async function readSettings(shop: string): Promise<ShopSettings> {
  const { settings } = await db.shop.findUniqueOrThrow({ where: { shop }, select: { settings: true } })
  return ShopSettings.parse(settings)
}

/** The extension reads these from the shop metafield, which follows `offers.changed`. */
export const saveSettings = (shop: string, settings: ShopSettings): Promise<void> =>
  transact(async (tx) => {
    await tx.shop.update({ where: { shop }, data: { settings, snapshotVersion: { increment: 1 } } })
    await notify(tx, 'snapshot', shop)
    await emit(tx, 'offers.changed', { shop })
  })
