import { randomUUID } from 'node:crypto'
import type { SimProduct, SimShop, SimVariant } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { deletedPayload, inventoryItemPayload, inventoryLevelPayload, productPayload } from '../webhooks/payloads/catalog.ts'

/** What Shopify calls `availableForSale`. */
export const isAvailable = ({ tracked, inventoryPolicy, inventoryQuantity }: SimVariant): boolean =>
  !tracked || inventoryPolicy === 'CONTINUE' || inventoryQuantity > 0

export async function createProduct({ store, announce }: Simulator, shop: SimShop, product: SimProduct): Promise<void> {
  await store.put(shop.domain, 'product', product)
  await announce(shop, 'products/create', () => productPayload(product))
}

/** What the merchant changes on a product: anything but stock and cost, which have webhooks of their own. */
export async function updateProduct(
  { store, clock, announce }: Simulator,
  shop: SimShop,
  id: number,
  change: (product: SimProduct) => SimProduct,
): Promise<SimProduct | null> {
  const changed = await store.update(shop.domain, 'product', id, (product) => ({
    ...change(product),
    updatedAt: clock.now().toISOString(),
  }))
  if (changed) await announce(shop, 'products/update', () => productPayload(changed))
  return changed
}

export async function deleteProduct({ store, announce }: Simulator, shop: SimShop, id: number): Promise<void> {
  await store.remove(shop.domain, 'product', id)
  await announce(shop, 'products/delete', deletedPayload(id))
}

export async function setStock(simulator: Simulator, shop: SimShop, variantId: number, quantity: number): Promise<SimProduct | null> {
  return changeVariant(simulator, shop, variantId, (variant) => ({ ...variant, inventoryQuantity: quantity }), 'inventory_levels/update')
}

export async function setCost(simulator: Simulator, shop: SimShop, variantId: number, cost: string | null): Promise<SimProduct | null> {
  return changeVariant(simulator, shop, variantId, (variant) => ({ ...variant, cost }), 'inventory_items/update')
}

/** Prices are the product's own: products/update tells of them. */
export async function setPrice(simulator: Simulator, shop: SimShop, variantId: number, price: string): Promise<SimProduct | null> {
  return changeVariant(simulator, shop, variantId, (variant) => ({ ...variant, price }), null)
}

async function changeVariant(
  simulator: Simulator,
  shop: SimShop,
  variantId: number,
  change: (variant: SimVariant) => SimVariant,
  topic: 'inventory_levels/update' | 'inventory_items/update' | null,
): Promise<SimProduct | null> {
  const { store, clock, announce } = simulator
  const found = await store.find(shop.domain, 'product', `variant:${variantId}`)
  if (!found) return null
  const at = clock.now().toISOString()
  const changed = await store.update(shop.domain, 'product', found.id, (product) => ({
    ...product,
    updatedAt: at,
    variants: product.variants.map((variant) => (variant.id === variantId ? { ...change(variant), updatedAt: at } : variant)),
  }))
  const variant = changed?.variants.find(({ id }) => id === variantId)
  if (!changed || !variant) return null
  const options = { eventId: randomUUID() }
  if (topic === 'inventory_levels/update') await announce(shop, topic, () => inventoryLevelPayload(variant), options)
  if (topic === 'inventory_items/update') await announce(shop, topic, () => inventoryItemPayload(shop, variant), options)
  if (topic !== 'inventory_items/update') await announce(shop, 'products/update', () => productPayload(changed), options)
  return changed
}
