import { db } from '#app/platform/db.server.ts'
import type { Opened } from '#app/values/opened.ts'
import { saveSettingsOf } from '#app/platform/saved.server.ts'
import { showAnew } from '../display/summary.server.ts'
import { collectingSettings, type CollectingSettings } from './settings.ts'

export async function readCollecting(shop: string): Promise<CollectingSettings> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true } })
  return collectingSettings(known?.settings)
}

// What the theme says of the reviews depends on what is held back.
export const saveCollecting = (shop: string, collecting: CollectingSettings, opened?: Opened) =>
  saveSettingsOf(shop, { opened, read: collectingSettings, change: () => ({ collecting }), also: (tx) => showAnew(tx, shop) })
