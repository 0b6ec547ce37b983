import { db, type Tx } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { notify } from '#app/platform/notify.server.ts'
import { saveSettingsOf } from '#app/platform/saved.server.ts'
import type { Language } from '#app/values/languages.ts'
import type { Opened } from '#app/values/opened.ts'
import { refuse, type Outcome } from '#app/values/outcome.ts'
import { blockSettings, type BlockSettings } from '../block/settings.ts'
import { surfaceSettings, wordingOverrides, type SurfaceSettings } from './settings.ts'
import { catalogueOf } from '../wording/catalogue.ts'
import { textsOf, tidied, whyNot, type Overrides } from '../wording/overrides.ts'

export async function readSettings(shop: string): Promise<SurfaceSettings> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true } })
  return surfaceSettings(known?.settings)
}

export async function readBlockSettings(shop: string): Promise<BlockSettings> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true } })
  return blockSettings(known?.settings)
}

export const saveBlockSettings = (shop: string, { together, ...blocks }: BlockSettings, opened?: Opened) =>
  saveSettingsOf(shop, { opened, read: blockSettings, change: () => ({ blocks, shipTogether: together }), also: announce(shop) })

export async function readWording(shop: string): Promise<Overrides> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true } })
  return wordingOverrides(known?.settings)
}

/** In whose words a shop speaks, where no snapshot has to be at hand. */
export async function readSpeech(shop: string): Promise<{ overrides: Overrides; currency: string; timeZone: string }> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true, currency: true, timeZone: true } })
  return { overrides: wordingOverrides(known?.settings), currency: known?.currency ?? 'USD', timeZone: known?.timeZone ?? 'UTC' }
}

/** Only what differs from Encore's own words is kept, and only texts that lose no placeholder. */
export async function saveWording(
  shop: string,
  asked: Overrides,
  opened?: Opened,
): Promise<Outcome<string, 'unfit' | 'changed-meanwhile'>> {
  const wording = tidied(asked, (language) => catalogueOf(language))
  for (const [language, texts] of Object.entries(wording) as [Language, Record<string, string>][]) {
    const ours = textsOf(catalogueOf(language))
    for (const [name, text] of Object.entries(texts)) {
      const because = whyNot(ours[name] ?? '', text)
      if (because) return refuse('unfit', { [`${language}.${name}`]: because })
    }
  }
  return saveSettingsOf(shop, { opened, read: wordingOverrides, change: () => ({ wording }), also: announce(shop) })
}

/** Other settings of the shop stay as they are. The extension reads these from the shop metafield, which follows `offers.changed`. */
export const saveSettings = (shop: string, postPurchase: SurfaceSettings, opened?: Opened) =>
  saveSettingsOf(shop, { opened, read: surfaceSettings, change: () => ({ postPurchase }), also: announce(shop) })

/** The prepared fallback becomes another offer, if it was this one. */
export async function followFallback(shop: string, from: string, to: string): Promise<void> {
  const settings = await readSettings(shop)
  if (settings.fallbackOfferId === from) await saveSettings(shop, { ...settings, fallbackOfferId: to })
}

const announce = (shop: string) => async (tx: Tx) => {
  await tx.$executeRaw`update shop set snapshot_version = snapshot_version + 1 where shop = ${shop}`
  await notify(tx, 'snapshot', shop)
  await emit(tx, 'offers.changed', { shop })
}
