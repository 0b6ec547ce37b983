import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { shopPayload } from '../webhooks/payloads/shop.ts'

/** The merchant's settings: currency rates, plan, which app owns the post-purchase page. */
export async function updateShop({ store, announce }: Simulator, domain: string, change: (shop: SimShop) => SimShop): Promise<SimShop> {
  const shop = await store.shop(domain)
  if (!shop) throw new Error(`There is no shop ${domain}`)
  const changed = change(shop)
  await store.putShop(changed)
  await announce(changed, 'shop/update', () => shopPayload(changed))
  return changed
}
