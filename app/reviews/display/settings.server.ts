import { db } from '#app/platform/db.server.ts'
import type { Opened } from '#app/values/opened.ts'
import { saveSettingsOf } from '#app/platform/saved.server.ts'
import { collectingSettings, publicClaims } from '../collecting/settings.ts'
import { displaySettings, type DisplaySettings } from './settings.ts'
import { showAnew } from './summary.server.ts'

export async function readDisplaySettings(shop: string): Promise<DisplaySettings & { partial: boolean }> {
  const known = await db.shop.findUnique({ where: { shop }, select: { settings: true } })
  return { ...displaySettings(known?.settings), partial: !publicClaims(collectingSettings(known?.settings)).allShown }
}

/** Every product's first page follows. */
export const saveDisplaySettings = (shop: string, reviewDisplay: DisplaySettings, opened?: Opened) =>
  saveSettingsOf(shop, { opened, read: displaySettings, change: () => ({ reviewDisplay }), also: (tx) => showAnew(tx, shop) })

/** How far the theme knows of the reviews, and what Shopify would not take. */
export async function readShowing(shop: string) {
  const [shown, waiting, refused] = await Promise.all([
    db.reviewSummary.count({ where: { shop, count: { gt: 0 }, writtenVersion: { gt: 0 }, problem: null } }),
    db.$queryRaw<{ n: number }[]>`select count(*)::int as n from review_summary where shop = ${shop} and version <> written_version`,
    db.reviewSummary.findMany({ where: { shop, problem: { not: null } }, take: 20 }),
  ])
  const titles = await db.product.findMany({
    where: { shop, id: { in: refused.map(({ productId }) => productId) } },
    select: { id: true, title: true },
  })
  const nameOf = (id: string) => titles.find((one) => one.id === id)?.title ?? id
  return {
    shown,
    waiting: waiting[0]?.n ?? 0,
    refused: refused.map(({ productId, problem }) => ({ product: nameOf(productId), because: problem ?? '' })),
  }
}
