import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

/**
 * What Shopify does when the merchant opens the app: installs it with the scopes of shopify.app.toml, or grants what the
 * file asks for newly. The app hears of it only by the request that follows, and by app/scopes_update.
 */
export async function install(simulator: Simulator, domain: string): Promise<SimShop> {
  const { store, clock, configuration, app } = simulator
  const shop = await store.shop(domain)
  if (!shop) throw new Error(`There is no shop ${domain}`)
  const scopes = configuration.scopes
  const previous = shop.installed?.scopes
  if (previous && previous.join() === scopes.join()) return shop
  const installed: SimShop = { ...shop, installed: { scopes, installedAt: shop.installed?.installedAt ?? clock.now().toISOString() } }
  await store.putShop(installed)
  if (!previous) return installed
  await store.sql.query('update token set scopes = $2 where shop = $1 and revoked_at is null and online_user is null', [
    shop.domain,
    scopes,
  ])
  await simulator.announce(installed, 'app/scopes_update', {
    id: Number.parseInt(app.clientId.slice(-8), 16) || 1,
    shop_id: `gid://shopify/Shop/${shop.id}`,
    previous,
    current: scopes,
    updated_at: clock.now().toISOString(),
  })
  return installed
}
