import { setTimeout as pause } from 'node:timers/promises'
import { now } from '../platform/clock.server.ts'
import { db, transact } from '../platform/db.server.ts'
import type { Tx } from '../platform/db.server.ts'
import { emit } from '../platform/events.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import type { JobPayloads } from '../platform/jobs.ts'
import { log } from '../platform/log.server.ts'
import { notify } from '../platform/notify.server.ts'
import { SHOP_STATES } from '../platform/shopify/access.server.ts'
import { adminFor } from '../platform/shopify/admin.server.ts'
import { ShopDocument } from './shop-document.ts'

const FIRST_PAGE_WAITS = 1_500 // ms; a Shopify that keeps silent must not keep the merchant waiting.

const listed = (scope: string | undefined): string[] => (scope ?? '').split(',').filter(Boolean)

/** Runs after every token exchange, so about once an hour that the merchant is here; only the first and a return install anything. */
export async function installShop({ shop, scope }: { shop: string; scope?: string | undefined }): Promise<void> {
  const scopes = listed(scope)
  await transact(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`install:${shop}`}, 0))`
    const before = await tx.shop.findUnique({ where: { shop } })
    if (before && before.state !== 'uninstalled') {
      await tx.shop.update({ where: { shop }, data: { state: 'installed', scopes } })
    } else {
      const fresh = { state: 'installed', scopes, installedAt: now(), uninstalledAt: null }
      await tx.shop.upsert({ where: { shop }, create: { shop, ...fresh }, update: fresh })
      await enqueue(tx, 'learn-shop', { shop, announce: true })
    }
    if (before?.state !== 'installed') await tellEveryone(tx, shop)
  })
}

/** A page's loaders run side by side: one stores the session and goes on to install, the next finds that session before the shop. */
export async function makeSureOf(session: { shop: string; scope?: string | undefined }): Promise<void> {
  const { shop } = session
  const known = await db.shop.findUnique({ where: { shop }, select: { state: true, name: true } })
  if (known?.state !== 'installed') await installShop(session)
  // The first page must not take an amount in a currency that the shop does not have. The job tries again where this fails.
  if (!known?.name) await Promise.race([learnNow(shop), pause(FIRST_PAGE_WAITS)])
}

const learnNow = (shop: string): Promise<void> =>
  learnShop({ shop, announce: false }).catch((error: unknown) => log.warn({ err: error, shop }, 'the shop was not read'))

/** Reads what Shopify knows of the shop. The rest of Encore hears of a new shop only now: amounts need its currency. */
export async function learnShop({ shop, announce }: JobPayloads['learn-shop']): Promise<void> {
  const { shop: known } = await adminFor(shop).query(ShopDocument, {})
  await transact(async (tx) => {
    const { name, currencyCode: currency, ianaTimezone: timeZone, shopAddress } = known
    const own = { emails: [...new Set([known.email, known.contactEmail])], host: known.primaryDomain.host }
    const data = { name, currency, timeZone, country: shopAddress.countryCodeV2 ?? '', ...own }
    const { count } = await tx.shop.updateMany({ where: { shop, state: { not: 'uninstalled' } }, data })
    if (count > 0 && announce) await emit(tx, 'shop.installed', { shop })
  })
}

/** Every web process drops what it holds of the shop, every worker its pause. */
export async function tellEveryone(tx: Tx, shop: string): Promise<void> {
  await notify(tx, SHOP_STATES, shop)
  await notify(tx, 'snapshot', shop)
}
