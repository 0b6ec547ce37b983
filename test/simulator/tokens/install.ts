import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { changeScopes } from './scopes.ts'

/**
 * What Shopify does when the merchant opens the app: installs it with the scopes of shopify.app.toml, or grants what the
 * file asks for newly; optional ones that she has granted stay. The app hears of it only by the request that follows, and by app/scopes_update.
 */
export async function install(simulator: Simulator, domain: string): Promise<SimShop> {
  const { store, clock, configuration } = simulator
  const shop = await store.shop(domain)
  if (!shop) throw new Error(`There is no shop ${domain}`)
  const previous = shop.installed?.scopes
  const kept = (previous ?? []).filter((scope) => configuration.optionalScopes.includes(scope))
  const scopes = [...configuration.scopes, ...kept]
  if (!previous) {
    const installed: SimShop = { ...shop, installed: { scopes, installedAt: clock.now().toISOString() } }
    await store.putShop(installed)
    return installed
  }
  return previous.join() === scopes.join() ? shop : changeScopes(simulator, shop, scopes)
}
