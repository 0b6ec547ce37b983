import type { SimOrder, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import type { Applied } from './apply.ts'

const keyOf = (shop: SimShop, email: string) => `redeemed:${shop.domain}:${email.toLowerCase()}`

/** The discounts that the shopper with this e-mail has used. */
export const redeemedBy = async ({ store }: Simulator, shop: SimShop, email: string | null): Promise<number[]> =>
  email ? store.setting<number[]>(keyOf(shop, email), []) : []

/** Counts one use of each code, all or none: false where another payment has just made the last use of one of them. */
export async function takeUses(simulator: Simulator, shop: SimShop, applied: readonly Applied[]): Promise<boolean> {
  for (const [index, one] of applied.entries()) {
    if (await count(simulator, shop, one, 1)) continue
    await giveBackUses(simulator, shop, applied.slice(0, index))
    return false
  }
  return true
}

export async function giveBackUses(simulator: Simulator, shop: SimShop, applied: readonly Applied[]): Promise<void> {
  for (const one of applied) await count(simulator, shop, one, -1)
}

/** Under the discount's lock, so that two payments at one moment are one after the other. */
async function count({ store }: Simulator, shop: SimShop, { code, discount }: Applied, uses: 1 | -1): Promise<boolean> {
  let left = true
  await store.update(shop.domain, 'discount', discount.id, (current) => {
    const isIt = (one: { code: string }) => one.code.toUpperCase() === code.toUpperCase()
    const used = current.codes.find(isIt)?.used ?? 0
    left = uses < 0 || current.usageLimit === null || used < current.usageLimit
    return left ? { ...current, codes: current.codes.map((one) => (isIt(one) ? { ...one, used: one.used + uses } : one)) } : current
  })
  return left
}

/** Notes who used a code. */
export async function noteRedemption(simulator: Simulator, shop: SimShop, order: SimOrder, applied: readonly Applied[]): Promise<void> {
  if (!order.email || applied.length === 0) return
  const before = await redeemedBy(simulator, shop, order.email)
  await simulator.store.setSetting(keyOf(shop, order.email), [...new Set([...before, ...applied.map(({ discount }) => discount.id)])])
}
