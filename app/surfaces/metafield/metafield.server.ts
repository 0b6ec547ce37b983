import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { AdminRefused, adminFor } from '#app/platform/shopify/admin.server.ts'
import type { CatalogReads } from '../catalog-reads.ts'
import { METAFIELD } from '../contract.ts'
import { HeldMetafieldDocument, SetMetafieldDocument } from './metafield-document.ts'
import { shopMetafield } from './metafield.ts'
import { readBlockSettings, readSettings } from '../settings/settings.server.ts'
import { loadSnapshot } from '../decide/snapshots.server.ts'

const KEY = 'shop-metafield'

/** Tells the extension what it should know before it asks: only when that has changed, and never an older truth over a newer one. */
export const writeShopMetafield =
  (reads: CatalogReads) =>
  async ({ shop }: { shop: string }): Promise<void> => {
    let settled = false
    while (!settled) {
      const snapshot = await loadSnapshot(shop, reads)
      if (!snapshot.installed) return
      const settings = { ...(await readSettings(shop)), blocks: await readBlockSettings(shop) }
      const value = JSON.stringify(shopMetafield(snapshot, settings, environment().SHOPIFY_APP_URL, now()))
      if (!(await plan(shop, value))) return
      await put(shop, value)
      settled = await settle(shop, value)
    }
  }

/** Written down before it is tried. False: this is what Shopify holds already. */
const plan = (shop: string, value: string): Promise<boolean> =>
  transact(async (tx) => {
    const where = { shop_key: { shop, key: KEY } }
    const before = await tx.effect.findUnique({ where })
    if (before?.state === 'done' && (before.request as { value?: string }).value === value) return false
    const planned = { state: 'planned', request: { value }, reason: null, attempts: (before?.attempts ?? 0) + 1 }
    await tx.effect.upsert({ where, create: { shop, key: KEY, kind: KEY, ...planned }, update: planned })
    return true
  })

/** Asks first: an attempt that was cut off may have succeeded. */
async function put(shop: string, value: string): Promise<void> {
  const admin = adminFor(shop)
  try {
    const { shop: held } = await admin.query(HeldMetafieldDocument, METAFIELD)
    if (held.metafield?.value === value) return
    await admin.query(SetMetafieldDocument, { metafields: [{ ownerId: held.id, ...METAFIELD, type: 'json', value }] })
  } catch (error) {
    if (error instanceof AdminRefused)
      await db.effect.updateMany({ where: { shop, key: KEY }, data: { state: 'failed', reason: error.message } })
    throw error
  }
}

/** False: another job planned something newer meanwhile, and our late write may have undone it. */
const settle = (shop: string, value: string): Promise<boolean> =>
  transact(async (tx) => {
    const { count } = await tx.effect.updateMany({
      where: { shop, key: KEY, request: { equals: { value } } },
      data: { state: 'done', doneAt: now() },
    })
    if (count === 0) await tx.effect.updateMany({ where: { shop, key: KEY }, data: { state: 'planned' } })
    return count > 0
  })
