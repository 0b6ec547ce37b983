import type { CartLine } from '../checkout/desk.ts'
import type { SimCheckout, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'

/** A cart of the Storefront API; whoever has its key may open its checkout. */
export interface SimCart extends Required<Pick<SimCheckout, 'discountCodes' | 'attributes' | 'locale' | 'presentmentCurrency'>> {
  token: string
  key: string
  lines: CartLine[]
}

const nameOf = (shop: SimShop, token: string) => `storefront-cart:${shop.domain}:${token}`

export const keepSimCart = ({ store }: Simulator, shop: SimShop, cart: SimCart): Promise<void> =>
  store.setSetting(nameOf(shop, cart.token), cart)

export async function findSimCart({ store }: Simulator, shop: SimShop, token: string, key: string | null): Promise<SimCart | null> {
  const cart = await store.setting<SimCart | null>(nameOf(shop, token), null)
  return cart?.key === key ? cart : null
}
