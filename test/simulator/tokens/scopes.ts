import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

/** What the merchant grants of what the app asks for while it runs; the file must have declared each as optional. */
export async function grantOptional(simulator: Simulator, shop: SimShop, asked: readonly string[]): Promise<void> {
  const undeclared = asked.filter((scope) => !simulator.configuration.optionalScopes.includes(scope))
  if (undeclared.length > 0) throw new Error(`Not among optional_scopes: ${undeclared.join(', ')}`)
  const granted = shop.installed?.scopes ?? []
  await changeScopes(simulator, shop, [...new Set([...granted, ...asked])])
}

/** Gives an installed app other scopes: its tokens open them at once, and app/scopes_update says so. */
export async function changeScopes(simulator: Simulator, shop: SimShop, scopes: string[]): Promise<SimShop> {
  const { store, clock, app } = simulator
  const previous = shop.installed?.scopes ?? []
  const changed: SimShop = { ...shop, installed: { installedAt: clock.now().toISOString(), ...shop.installed, scopes } }
  await store.putShop(changed)
  await store.sql.query('update token set scopes = $2 where shop = $1 and revoked_at is null and online_user is null', [
    shop.domain,
    scopes,
  ])
  await simulator.announce(changed, 'app/scopes_update', {
    id: Number.parseInt(app.clientId.slice(-8), 16) || 1,
    shop_id: `gid://shopify/Shop/${shop.id}`,
    previous,
    current: scopes,
    updated_at: clock.now().toISOString(),
  })
  return changed
}
