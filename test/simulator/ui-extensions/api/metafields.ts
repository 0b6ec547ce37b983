import type { SimMetafield, SimOrder, SimProduct, SimShop } from '../../model.ts'
import { resolveNamespace } from '../../post-purchase/input.ts'
import type { Simulator } from '../../simulator.ts'
import type { Named } from '../extensions.ts'

const VALUE_TYPES: Record<string, string> = { number_integer: 'integer', number_decimal: 'float', boolean: 'boolean', json: 'json_string' }

interface Owners {
  shop: SimShop
  products: readonly SimProduct[]
  /** Only the order-status page shows an order's. */
  order: SimOrder | null
}

/** `appMetafields`: those that the extension's toml names, of the shop, of the products bought, and of the order. */
export async function appMetafields(simulator: Simulator, asked: readonly Named[], { shop, products, order }: Owners): Promise<object[]> {
  const named = asked.map(({ namespace, key }) => ({ namespace: resolveNamespace(namespace, simulator.app.clientId), key }))
  const ofShop = await Promise.all(
    named.map(({ namespace, key }) => simulator.store.find(shop.domain, 'metafieldOfShop', `${namespace}.${key}`)),
  )
  const isAsked = (metafield: SimMetafield) =>
    named.some(({ namespace, key }) => namespace === metafield.namespace && key === metafield.key)
  return [
    ...ofShop.filter((one) => one !== null).map((one) => entry('shop', `gid://shopify/Shop/${shop.id}`, one)),
    ...products.flatMap(({ id, metafields }) =>
      metafields.filter(isAsked).map((one) => entry('product', `gid://shopify/Product/${id}`, one)),
    ),
    ...(order?.metafields ?? []).filter(isAsked).map((one) => entry('order', `gid://shopify/Order/${order?.id}`, one)),
  ]
}

const entry = (type: string, id: string, { namespace, key, value, type: valueType }: SimMetafield): object => ({
  target: { type, id },
  metafield: { namespace, key, value, type: valueType, valueType: VALUE_TYPES[valueType] ?? 'string' },
})
