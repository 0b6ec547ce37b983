import type { SimMetafield, SimOrder, SimShop } from '../model.ts'
import { signJwt } from '../tokens/jwt.ts'
import { totalsOf } from '../shop/orders-totals.ts'
import { moneyBag } from './calculate.ts'
import { minor, decimal } from '../checkout/money.ts'

interface InputFacts {
  shop: SimShop
  order: SimOrder
  referenceId: string
  locale: string
  extensionPoint: string
  metafields: { namespace: string; key: string }[] // as shopify.extension.toml asks for them
  ofShop: readonly SimMetafield[]
  clientId: string
  secret: string
  now: Date
  tokenSeconds: number
}

/** `$app` and `$app:name` name the app's own namespace. */
export const resolveNamespace = (namespace: string, clientId: string): string =>
  namespace === '$app' || namespace.startsWith('$app:') ? `app--${clientId}${namespace.slice(4).replace(':', '--')}` : namespace

/** The `inputData` of both extension points, with its token. */
export function inputData(facts: InputFacts) {
  const { shop, order, referenceId, locale, extensionPoint } = facts
  const data = {
    extensionPoint,
    locale,
    version: 'unstable',
    shop: { id: shop.id, domain: shop.domain, metafields: requested(facts) },
    initialPurchase: {
      referenceId,
      ...(order.customerId === null ? {} : { customerId: String(order.customerId) }),
      ...(order.shippingAddress ? { destinationCountryCode: order.shippingAddress.countryCode } : {}),
      totalPriceSet: moneyBag(totalsOf(order, 'placed').total, order),
      lineItems: order.lines.filter((line) => !line.addedByEdit).map((line) => lineItem(line, order)),
    },
  }
  const iat = Math.floor(facts.now.getTime() / 1000)
  const token = signJwt({ iss: 'shopify', sub: referenceId, iat, exp: iat + facts.tokenSeconds, input_data: data }, facts.secret)
  return { ...data, token }
}

const VALUE_TYPE: Record<string, 'integer' | 'json_string'> = { number_integer: 'integer', json: 'json_string' }

const requested = ({ metafields, ofShop, clientId }: InputFacts) =>
  metafields.flatMap(({ namespace, key }) => {
    const found = ofShop.find((one) => one.namespace === resolveNamespace(namespace, clientId) && one.key === key)
    if (!found) return []
    const valueType = VALUE_TYPE[found.type] ?? 'string'
    return [{ namespace: found.namespace, key, value: valueType === 'integer' ? Number(found.value) : found.value, valueType }]
  })

function lineItem(line: SimOrder['lines'][number], order: SimOrder) {
  const net = (side: 'shop' | 'presentment', currency: string) =>
    decimal(
      minor(line.unitPrice[side], currency) * line.quantity -
        line.discounts.reduce((sum, { amount }) => sum + minor(amount[side], currency), 0),
      currency,
    )
  return {
    product: {
      id: line.productId ?? 0,
      title: line.title,
      variant: { id: line.variantId ?? 0, title: line.variantTitle ?? 'Default Title', metafields: [] },
      metafields: [],
    },
    quantity: line.quantity,
    ...(line.sellingPlanId === undefined ? {} : { sellingPlanId: line.sellingPlanId }),
    totalPriceSet: moneyBag({ shop: net('shop', order.currency), presentment: net('presentment', order.presentmentCurrency) }, order),
  }
}
