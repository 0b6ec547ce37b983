import { adminFor } from '../platform/shopify/admin.server.ts'
import { gid, idOf, type ShopifyId } from '../values/ids.ts'
import { parseMoney, type Money } from '../values/money.ts'
import { READ_PRICES } from './mirror/documents.server.ts'

const MOST = 100
const FRESH_MS = 60_000
const MOST_KEPT = 20_000
const kept = new Map<string, { at: number; price: Money }>()

/** What these variants cost in a country, as Shopify says: markets have rates and prices of their own. Told a minute ago is good enough to show. */
export async function readPrices(shop: string, variantIds: readonly ShopifyId[], country: string): Promise<Map<ShopifyId, Money>> {
  const keyOf = (id: ShopifyId) => `${shop} ${country} ${id}`
  const isFresh = (id: ShopifyId) => performance.now() - (kept.get(keyOf(id))?.at ?? -Infinity) < FRESH_MS
  const missing = variantIds.filter((id) => !isFresh(id)).slice(0, MOST)
  if (kept.size > MOST_KEPT) kept.clear()
  if (missing.length > 0) {
    const ids = missing.map((id) => gid('ProductVariant', id))
    const { nodes } = await adminFor(shop).query(READ_PRICES, { ids, country })
    for (const node of nodes) {
      if (!node) continue
      const { amount, currencyCode: currency } = node.contextualPricing.price
      kept.set(keyOf(idOf(node.id)), { at: performance.now(), price: { amount: parseMoney(amount, currency), currency } })
    }
  }
  return new Map(variantIds.flatMap((id) => (isFresh(id) ? [[id, kept.get(keyOf(id))!.price] as const] : [])))
}
