import { db, transact } from '#app/platform/db.server.ts'
import { displaySettings, type DisplaySettings } from './settings.ts'
import { tellTheme } from './summary.server.ts'

export async function readDisplaySettings(shop: string): Promise<DisplaySettings & { partial: boolean }> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true } })
  return { ...displaySettings(known?.settings), partial: false }
}

/** Every product's first page follows. */
export const saveDisplaySettings = (shop: string, settings: DisplaySettings): Promise<void> =>
  transact(async (tx) => {
    const changed = JSON.stringify({ reviewDisplay: settings })
    await tx.$executeRaw`update shop set settings = settings || ${changed}::jsonb where shop = ${shop}`
    await tx.$executeRaw`update review_summary set version = version + 1 where shop = ${shop}`
    await tellTheme(tx, shop)
  })
