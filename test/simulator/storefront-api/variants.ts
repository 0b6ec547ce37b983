import { readGid } from '../admin-api/fields.ts'
import { NotModelled } from '../admin-api/refusals.ts'
import { isOnSale } from '../checkout/desk.ts'
import { isAvailable } from '../shop/products.ts'
import type { Context } from './create-cart.ts'

/** Variants as whoever visits the shop sees them: what is not on sale is not there. */
export function variantsFor({ simulator, shop, inContext }: Context, ids: readonly string[]): Promise<(object | null)[]> {
  if (Object.keys(inContext).length > 0) throw new NotModelled('variants of the Storefront API in a context')
  return Promise.all(
    ids.map(async (gid) => {
      const asked = readGid(gid)
      if (asked?.type !== 'ProductVariant') throw new NotModelled(`The simulator does not model ${gid} of the Storefront API`)
      const product = await simulator.store.find(shop.domain, 'product', `variant:${asked.id}`)
      const variant = product?.variants.find(({ id }) => id === asked.id)
      if (!product || !variant || !isOnSale(product)) return null
      return { __typename: 'ProductVariant', id: gid, availableForSale: isAvailable(variant) }
    }),
  )
}
