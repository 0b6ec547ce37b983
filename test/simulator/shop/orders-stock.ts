import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

interface Wanted {
  variantId: number
  quantity: number
}

/** Takes all or nothing; false when a tracked variant that must not be oversold has too little left. */
export async function takeStock(simulator: Simulator, shop: SimShop, wanted: readonly Wanted[]): Promise<boolean> {
  const taken: Wanted[] = []
  for (const want of wanted) {
    if (await move(simulator, shop, want.variantId, -want.quantity)) {
      taken.push(want)
      continue
    }
    await giveBackStock(simulator, shop, taken)
    return false
  }
  return true
}

export async function giveBackStock(simulator: Simulator, shop: SimShop, given: readonly Wanted[]): Promise<void> {
  for (const { variantId, quantity } of given) await move(simulator, shop, variantId, quantity)
}

/** One variant up or down under its product's lock; false when it would be oversold. */
async function move(simulator: Simulator, shop: SimShop, variantId: number, delta: number): Promise<boolean> {
  const product = await simulator.store.find(shop.domain, 'product', `variant:${variantId}`)
  if (!product) return false
  let enough = true
  const at = simulator.clock.now().toISOString()
  await simulator.store.update(shop.domain, 'product', product.id, (current) => {
    const variant = current.variants.find(({ id }) => id === variantId)
    if (!variant) throw new Error(`${shop.handle} has no variant ${variantId}`)
    enough = delta > 0 || !variant.tracked || variant.inventoryPolicy === 'CONTINUE' || variant.inventoryQuantity + delta >= 0
    if (!enough || !variant.tracked) return current
    const moved = { ...variant, inventoryQuantity: variant.inventoryQuantity + delta, updatedAt: at }
    return { ...current, updatedAt: at, variants: current.variants.map((one) => (one.id === variantId ? moved : one)) }
  })
  return enough
}
