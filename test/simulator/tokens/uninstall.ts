import type { Simulator } from '../simulator.ts'
import { shopPayload } from '../webhooks/payloads/shop.ts'
import { revokeAll } from './access.ts'

/** The tokens die at once; the app hears of it afterwards, and 48 hours later it must forget the shop. */
export async function uninstall(simulator: Simulator, domain: string): Promise<void> {
  const { store, clock, settings, at } = simulator
  const shop = await store.shop(domain)
  if (!shop?.installed) return
  const gone = { ...shop, installed: null }
  await store.putShop(gone)
  await revokeAll(simulator, shop.domain)
  await store.sql.query(`update bulk_operation set status = 'CANCELED' where shop = $1 and status in ('CREATED', 'RUNNING')`, [shop.domain])
  await simulator.announce(gone, 'app/uninstalled', shopPayload(gone), { evenUninstalled: true })
  await at('redact-shop', new Date(clock.now().getTime() + settings.shopRedactAfterMs), { shop: shop.domain })
}

/** A shop that has come back meanwhile is not redacted. */
export async function redactShop({ shop: domain }: { shop: string }, simulator: Simulator): Promise<void> {
  const shop = await simulator.store.shop(domain)
  if (!shop || shop.installed) return
  await simulator.announce(shop, 'shop/redact', { shop_id: shop.id, shop_domain: shop.domain }, { evenUninstalled: true })
}
