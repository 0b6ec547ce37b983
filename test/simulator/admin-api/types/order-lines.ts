import type { SimLine, SimMoney, SimOrder, SimShippingLine } from '../../model.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { type Fields, gid, moneyBag, plain, whenThere } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { asProduct, asVariant } from './catalog.ts'
import { asApplication } from './order-discounts.ts'

export interface LineSource {
  __typename: 'LineItem'
  order: SimOrder
  line: SimLine
}
export interface ShippingLineSource {
  order: SimOrder
  line: SimShippingLine
}

export const asLine = (order: SimOrder, line: SimLine): LineSource => ({ __typename: 'LineItem', order, line })
export const asShippingLine = (order: SimOrder, line: SimShippingLine): ShippingLineSource => ({ order, line })

export const asTax = (tax: SimMoney, order: SimOrder) =>
  Number(tax.shop) === 0 ? [] : [{ title: 'Tax', priceSet: moneyBag(tax, order), rate: null, ratePercentage: null, channelLiable: false }]

/** Minor units over both currencies at once. */
function count(order: SimOrder, amount: (side: keyof SimMoney, minor: (decimal: string) => number) => number) {
  const side = (name: keyof SimMoney, currency: string) =>
    toDecimal(Math.round(amount(name, (decimal) => toMinor(decimal, currency))), currency)
  return moneyBag({ shop: side('shop', order.currency), presentment: side('presentment', order.presentmentCurrency) }, order)
}

const whole = ({ line }: LineSource, side: keyof SimMoney, minor: (decimal: string) => number) =>
  minor(line.unitPrice[side]) * line.quantity
const discount = ({ line }: LineSource, side: keyof SimMoney, minor: (decimal: string) => number) =>
  line.discounts.reduce((sum, allocation) => sum + minor(allocation.amount[side]), 0)

const LineItem: Fields<LineSource> = {
  id: ({ line }) => gid('LineItem', line.id),
  title: ({ line }) => line.title,
  name: ({ line }) => (line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title),
  variantTitle: ({ line }) => line.variantTitle,
  sku: ({ line }) => line.sku || null,
  vendor: ({ line }) => line.vendor || null,
  quantity: ({ line }) => line.quantity,
  currentQuantity: ({ line }) => line.currentQuantity,
  refundableQuantity: ({ line }) => line.currentQuantity,
  unfulfilledQuantity: ({ line }) => line.fulfillableQuantity,
  requiresShipping: ({ line }) => line.requiresShipping,
  isGiftCard: () => false,
  taxable: ({ line }) => Number(line.tax.shop) !== 0,
  originalUnitPriceSet: ({ order, line }) => moneyBag(line.unitPrice, order),
  originalTotalSet: (source) => count(source.order, (side, minor) => whole(source, side, minor)),
  totalDiscountSet: ({ order }) => count(order, () => 0), // order-level codes are in discountAllocations only
  discountedTotalSet: (source, { withCodeDiscounts }) =>
    count(source.order, (side, minor) => whole(source, side, minor) - (withCodeDiscounts ? discount(source, side, minor) : 0)),
  discountedUnitPriceAfterAllDiscountsSet: (source) =>
    count(source.order, (side, minor) => (whole(source, side, minor) - discount(source, side, minor)) / Math.max(1, source.line.quantity)),
  discountAllocations: ({ order, line }) =>
    line.discounts.map((allocation) => ({
      allocatedAmountSet: moneyBag(allocation.amount, order),
      discountApplication: asApplication(order, allocation.applicationIndex),
    })),
  taxLines: ({ order, line }) => asTax(line.tax, order),
  sellingPlan: ({ line }) => (line.sellingPlanId === undefined ? null : line),
  product: ({ line }, _, { product }) => (line.productId === null ? null : whenThere(product(line.productId), asProduct)),
  variant: ({ line }, _, { product }) =>
    line.productId === null
      ? null
      : whenThere(product(line.productId), (found) => {
          const variant = found.variants.find(({ id }) => id === line.variantId)
          return variant ? asVariant(found, variant) : null
        }),
}

const ShippingLine: Fields<ShippingLineSource> = {
  id: ({ line }) => gid('ShippingLine', line.id),
  code: ({ line }) => line.code,
  title: ({ line }) => line.title,
  source: () => 'shopify',
  custom: () => false,
  isRemoved: ({ line }) => line.removed,
  originalPriceSet: ({ order, line }) => moneyBag(line.price, order),
  discountedPriceSet: ({ order, line }) => moneyBag(line.discounted, order),
  taxLines: ({ order, line }) => asTax(line.tax, order),
}

const LineItemSellingPlan: Fields<SimLine> = {
  sellingPlanId: ({ sellingPlanId = 0 }) => gid('SellingPlan', sellingPlanId),
  name: ({ productId, sellingPlanId }, _, { product }) =>
    whenThere(product(productId ?? 0), ({ sellingPlans = [] }) => sellingPlans.find(({ id }) => id === sellingPlanId)?.name ?? forgotten()),
}

function forgotten(): never {
  throw new NotModelled('The simulator does not model the name of a selling plan that its product has no more')
}

export const ORDER_LINE_TYPES: Record<string, Fields<never>> = {
  LineItem,
  LineItemSellingPlan,
  ShippingLine,
  TaxLine: plain<ReturnType<typeof asTax>[number]>('title', 'priceSet', 'rate', 'ratePercentage', 'channelLiable'),
}
