import type { Answer } from '../routes.ts'
import { openFor } from '../storefront/permalink-routes.ts'
import { givenIn } from '../storefront/permalink.ts'
import { findSimCart } from './carts.ts'

/** The checkout of a cart, with what its address says of the shopper. */
export const openCart: Answer = async (visit) => {
  const { simulator, shop, params, url } = visit
  const cart = shop && (await findSimCart(simulator, shop, params['token'] ?? '', url.searchParams.get('key')))
  if (!shop || !cart) return new Response('There is no such cart\n', { status: 404 })
  const { lines, discountCodes, attributes, locale, presentmentCurrency } = cart
  const given = simulator.settings.cartTakesCheckoutFields ? givenIn(url.searchParams) : {}
  return openFor(visit, shop, lines, { codes: discountCodes, given: { ...given, attributes } }, { locale, presentmentCurrency })
}
