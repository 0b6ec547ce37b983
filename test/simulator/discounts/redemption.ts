import type { SimOrder, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import type { Applied } from './apply.ts'

const keyOf = (shop: SimShop, email: string) => `redeemed:${shop.domain}:${email.toLowerCase()}`

/** The discounts that the shopper with this e-mail has used. */
export const redeemedBy = async ({ store }: Simulator, shop: SimShop, email: string | null): Promise<number[]> =>
  email ? store.setting<number[]>(keyOf(shop, email), []) : []

/** Counts each use of a code, and who used it. */
export async function noteRedemption(simulator: Simulator, shop: SimShop, order: SimOrder, applied: readonly Applied[]): Promise<void> {
  for (const { code, discount } of applied) {
    await simulator.store.update(shop.domain, 'discount', discount.id, (current) => ({
      ...current,
      codes: current.codes.map((one) => (one.code.toUpperCase() === code.toUpperCase() ? { ...one, used: one.used + 1 } : one)),
    }))
  }
  if (!order.email || applied.length === 0) return
  const before = await redeemedBy(simulator, shop, order.email)
  await simulator.store.setSetting(keyOf(shop, order.email), [...new Set([...before, ...applied.map(({ discount }) => discount.id)])])
}
