import { addMoney, both, minor } from '../checkout/money.ts'
import { byPlan } from '../checkout/plan.ts'
import { taxOn } from '../checkout/tax.ts'
import type { SimMoney, SimOrder, SimProduct, SimShop, SimVariant } from '../model.ts'
import type { Settings } from '../settings.ts'
import { currenciesOf, paymentsOf, totalsOf } from '../shop/orders-totals.ts'
import { isLine, isSubscription } from './changes.ts'
import type { AddLine, AddShippingLine, Change, SetMetafield } from './changes.ts'
import { refusal } from './errors.ts'
import type { Refusal } from './errors.ts'

export interface AddedLine {
  product: SimProduct
  variant: SimVariant
  quantity: number
  unitPrice: number // minor units of the shop's currency
  discount: number
  discountTitle: string | null
  tax: number
  sellingPlanId: number | null
}

export interface AddedShipping {
  title: string
  price: number
  tax: number
}

export interface Calculation {
  lines: AddedLine[]
  shipping: AddedShipping[]
  metafields: SetMetafield[]
  added: number // what the shopper pays on top
}

interface Catalog {
  get(variantId: number): { product: SimProduct; variant: SimVariant } | undefined
}

type Assumed = Pick<Settings, 'fixedDiscountCovers' | 'discountMeetsPlan'>

/** What the changes cost with tax; refused where a variant cannot be sold. */
export function calculate(shop: SimShop, changes: readonly Change[], catalog: Catalog, assumed: Assumed): Calculation | Refusal {
  const lines: AddedLine[] = []
  for (const change of changes) {
    if (!isLine(change)) continue
    const line = addedLine(shop, change, catalog, assumed)
    if ('code' in line) return line
    lines.push(line)
  }
  const short = lines.find(({ variant }) => lacksStock(variant, lines))
  if (short) return refusal('insufficient_inventory', `${short.product.title} has too little stock`)
  const shipping = changes.flatMap((change) => {
    if (isSubscription(change)) return [addedShipping(shop, { price: change.initialShippingPrice, ...change.shippingOption })]
    return change.type === 'add_shipping_line' ? [addedShipping(shop, change)] : []
  })
  const metafields = changes.filter((change) => change.type === 'set_metafield')
  const net =
    lines.reduce((sum, line) => sum + line.unitPrice * line.quantity - line.discount, 0) +
    shipping.reduce((sum, line) => sum + line.price, 0)
  const tax = [...lines, ...shipping].reduce((sum, part) => sum + part.tax, 0)
  return { lines, shipping, metafields, added: net + (shop.taxesIncluded ? 0 : tax) }
}

function lacksStock(variant: SimVariant, lines: readonly AddedLine[]): boolean {
  const wanted = lines.filter((line) => line.variant.id === variant.id).reduce((sum, line) => sum + line.quantity, 0)
  return variant.tracked && variant.inventoryPolicy === 'DENY' && variant.inventoryQuantity < wanted
}

function addedLine(shop: SimShop, change: AddLine, catalog: Catalog, assumed: Assumed): AddedLine | Refusal {
  const found = catalog.get(change.variantId)
  if (!found || found.product.status !== 'ACTIVE' || !found.product.publishedAt)
    return refusal('invalid_request', `variant ${change.variantId} is not for sale`)
  const plan = isSubscription(change) ? found.product.sellingPlans?.find(({ id }) => id === change.sellingPlanId) : null
  if (plan === undefined) return refusal('invalid_request', `variant ${change.variantId} is not sold by this selling plan`)
  const listed = minor(found.variant.price, shop.currency)
  const plans = !change.discount || assumed.discountMeetsPlan === 'off-its-price'
  const unitPrice = plans ? byPlan(listed, plan, shop.currency) : listed
  const gross = unitPrice * change.quantity
  const discount = Math.min(gross, discountOf(shop, change, gross, assumed))
  const terms = { rate: shop.taxRate, included: shop.taxesIncluded }
  const tax = found.variant.taxable ? taxOn(gross - discount, terms) : 0
  return {
    ...found,
    quantity: change.quantity,
    unitPrice,
    discount,
    discountTitle: change.discount?.title ?? null,
    tax,
    sellingPlanId: plan?.id ?? null,
  }
}

function discountOf(shop: SimShop, { discount, quantity }: AddLine, gross: number, { fixedDiscountCovers }: Assumed): number {
  if (!discount) return 0
  if (discount.valueType === 'percentage') return Math.round((gross * discount.value) / 100)
  return unitsOf(discount.value, shop.currency) * (fixedDiscountCovers === 'unit' ? quantity : 1)
}

function addedShipping(shop: SimShop, change: Omit<AddShippingLine, 'type'>): AddedShipping {
  const price = unitsOf(change.price, shop.currency)
  const tax = shop.taxShipping ? taxOn(price, { rate: shop.taxRate, included: shop.taxesIncluded }) : 0
  return { title: change.presentmentTitle ?? change.title ?? 'Shipping', price, tax }
}

/** A JSON number of the shop's currency, which may carry more decimals than the currency has. */
const unitsOf = (amount: number, currency: string): number => Math.round(amount * minor('1', currency))

/** Money as the post-purchase API writes it. */
export interface MoneyBag {
  shopMoney: { amount: string; currencyCode: string }
  presentmentMoney: { amount: string; currencyCode: string }
}

export const moneyBag = (money: SimMoney, order: Pick<SimOrder, 'currency' | 'presentmentCurrency'>): MoneyBag => ({
  shopMoney: { amount: money.shop, currencyCode: order.currency },
  presentmentMoney: { amount: money.presentment, currencyCode: order.presentmentCurrency },
})

/** The `calculatedPurchase` of calculateChangeset. */
export function calculatedPurchase(shop: SimShop, order: SimOrder, calculation: Calculation) {
  const currencies = currenciesOf(order)
  const bag = (money: SimMoney) => moneyBag(money, order)
  const of = (units: number) => both(units, currencies)
  const { subtotal, total } = totalsOf(order)
  const lineNet = calculation.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity - line.discount, 0)
  const tax = [...calculation.lines, ...calculation.shipping].reduce((sum, part) => sum + part.tax, 0)
  return {
    subtotalPriceSet: bag(addMoney([subtotal, of(lineNet)], currencies)),
    totalPriceSet: bag(addMoney([total, of(calculation.added)], currencies)),
    addedTaxLines: tax > 0 ? [{ priceSet: bag(of(tax)), rate: shop.taxRate, title: taxTitle(shop) }] : [],
    updatedLineItems: calculation.lines.map((line) => ({
      totalPriceSet: bag(of(line.unitPrice * line.quantity - line.discount)),
      priceSet: bag(of(line.unitPrice)),
      productId: line.product.id,
      variantId: line.variant.id,
      productHandle: line.product.handle,
      quantity: line.quantity,
      ...(line.sellingPlanId ? { sellingPlanId: line.sellingPlanId } : {}),
    })),
    addedShippingLines: calculation.shipping.map((line) => ({ priceSet: bag(of(line.price)), presentmentTitle: line.title })),
    totalOutstandingSet: bag(addMoney([paymentsOf(order).outstanding, of(calculation.added)], currencies)),
  }
}

const taxTitle = (shop: Pick<SimShop, 'country'>): string => (['DE', 'GB', 'FR', 'AT', 'NL'].includes(shop.country) ? 'VAT' : 'Tax')
