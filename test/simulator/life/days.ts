import type { PaymentMethod, SimCustomer, SimProduct } from '../model.ts'
import type { Dice } from '../seed/dice.ts'
import type { Errand } from './shopper.ts'

const PURCHASES = [1, 5] as const
const ACCEPTED: Record<string, number> = { case: 0.24, cheaper: 0.17, charger: 0.12 }
const PAYMENTS: [PaymentMethod, number][] = [
  ['card', 62],
  ['apple_pay', 18],
  ['paypal', 12],
  ['klarna', 8],
]

/** A code that a shopper was given for her review. */
export interface Given {
  customerId: number
  code: string
}

/** What the shoppers of one day are out for: whoever has a code comes back with it. */
export function errandsOf(
  dice: Dice,
  handle: string,
  products: readonly SimProduct[],
  customers: readonly SimCustomer[],
  codes: readonly Given[] = [],
): Errand[] {
  const phones = products.filter(({ productType }) => productType === 'Phone')
  const errand = (): Errand => {
    const { variants } = dice.pick(dice.chance(0.4) ? phones : products)
    return {
      handle,
      variantId: dice.pick(variants).id,
      customerId: dice.chance(0.7) ? dice.pick(customers).id : null,
      payment: dice.weighted(PAYMENTS),
      mind: ({ id }) => (dice.chance(ACCEPTED[id] ?? 0.15) ? 'accept' : 'decline'),
    }
  }
  return [...Array.from({ length: dice.between(...PURCHASES) }, errand), ...codes.map((given) => ({ ...errand(), ...given }))]
}
