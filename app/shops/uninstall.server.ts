import { now } from '../platform/clock.server.ts'
import { db, transact } from '../platform/db.server.ts'
import type { Delivered } from '../platform/deliveries.server.ts'
import { emit } from '../platform/events.server.ts'
import { dropJobs, enqueue } from '../platform/jobs.server.ts'
import { later, SECONDS } from '../values/time.ts'
import { tellEveryone } from './install.server.ts'

const TWO_CLOCKS = 10 * SECONDS // of two processes; no two are quite the same

/** `app/uninstalled`: nothing of the shop runs any more; its rows wait for `shop/redact`. */
export async function uninstallShop({ shop, triggeredAt, receivedAt }: Delivered): Promise<void> {
  await transact(async (tx) => {
    const said = triggeredAt ?? receivedAt
    // Deliveries may be late: a merchant who has come back since must not lose the new installation. One of the future was stamped by a clock that was put back.
    const before = [{ installedAt: { lte: said } }, { installedAt: { gt: later(now(), TWO_CLOCKS) } }]
    const { count } = await tx.shop.updateMany({
      where: { shop, state: { not: 'uninstalled' }, OR: before },
      data: { state: 'uninstalled', uninstalledAt: now(), scopes: [] },
    })
    if (count === 0) return
    await tx.session.deleteMany({ where: { shop } })
    await dropJobs(tx, shop)
    await emit(tx, 'shop.uninstalled', { shop })
    await tellEveryone(tx, shop)
  })
}

/** `app/scopes_update`: what the merchant has granted by now. */
export async function updateScopes({ shop, body }: Delivered): Promise<void> {
  const scopes = ((body as { current?: unknown[] }).current ?? []).map(String)
  await db.shop.updateMany({ where: { shop, state: { not: 'uninstalled' } }, data: { scopes } })
}

/** `shop/update`: name, currency, time zone or country may have changed; the Admin API says what they are now. */
export async function relearnShop({ shop }: Delivered): Promise<void> {
  await enqueue(db, 'learn-shop', { shop, announce: false })
}

const FROM_ANY_SHOP = new Set(['app/uninstalled', 'customers/data_request', 'customers/redact', 'shop/redact'])

/** Why a delivery of this shop is not for us; null when it is. */
export async function whyUnwanted(shop: string, topic: string): Promise<string | null> {
  if (FROM_ANY_SHOP.has(topic)) return null
  const known = await db.shop.findUnique({ where: { shop }, select: { state: true } })
  return known && known.state !== 'uninstalled' ? null : 'Encore is not installed in this shop'
}
