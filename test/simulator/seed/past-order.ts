import type {
  SimAddress,
  SimFulfillment,
  SimLine,
  SimMoney,
  SimOrder,
  SimRefund,
  SimShippingLine,
  SimShop,
  SimTransaction,
} from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'

export interface PastLine {
  productId: number
  variantId: number
  title: string
  variantTitle: string | null
  sku: string
  vendor: string
  quantity: number
  unitPrice: string // decimal, the shop's currency
  requiresShipping: boolean
}

export interface PastOrder {
  shop: SimShop
  ids: () => number
  number: number
  customer: { id: number; email: string | null; locale: string } | null
  lines: PastLine[]
  shipping: { code: string; title: string; price: string } | null
  address: SimAddress | null
  payment: SimTransaction['paymentDetails']
  gateway: string
  at: string
  /** Then it has a parcel; without it nothing is known of one. */
  now?: number
}

const taxOf = (shop: SimShop, gross: number): number =>
  Math.round(shop.taxesIncluded ? gross - gross / (1 + shop.taxRate) : gross * shop.taxRate)

/** An order that was placed, paid and fulfilled before Encore came; all amounts in the shop's currency. */
export function pastOrder(past: PastOrder): SimOrder {
  const { shop, at } = past
  const same = (minor: number): SimMoney => ({ shop: toDecimal(minor, shop.currency), presentment: toDecimal(minor, shop.currency) })
  const lines = past.lines.map((line): SimLine => ({
    ...line,
    id: past.ids(),
    currentQuantity: line.quantity,
    fulfillableQuantity: 0,
    unitPrice: { shop: line.unitPrice, presentment: line.unitPrice },
    discounts: [],
    tax: same(taxOf(shop, toMinor(line.unitPrice, shop.currency) * line.quantity)),
    addedByEdit: false,
  }))
  const goods = lines.reduce((sum, line) => sum + toMinor(line.unitPrice.shop, shop.currency) * line.quantity, 0)
  const shipping = past.shipping ? toMinor(past.shipping.price, shop.currency) : 0
  const taxes = shop.taxesIncluded ? 0 : lines.reduce((sum, line) => sum + toMinor(line.tax.shop, shop.currency), 0)
  const total = same(goods + shipping + taxes)
  const id = past.ids()
  const parcel = parcelOf(past, id, lines)
  return {
    ...blankOrder(past),
    id,
    token: `past${id.toString(36)}`,
    lines,
    shippingLines: past.shipping ? [shippingLine(past.ids(), past.shipping, same(shipping), same(0))] : [],
    transactions: [
      {
        id: past.ids(),
        kind: 'SALE',
        status: 'SUCCESS',
        gateway: past.gateway,
        amount: total,
        paymentDetails: past.payment,
        parentId: null,
        processedAt: at,
      },
    ],
    originalTotal: total,
    fulfilledAt: parcel?.createdAt ?? at,
    ...(parcel ? { fulfillments: [parcel], updatedAt: parcel.updatedAt } : {}),
  }
}

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+/, '')
const DAY = 86_400_000

/** It left within a day and arrived three days later, unless that is still to come. */
function parcelOf({ ids, number, at, now }: PastOrder, orderId: number, lines: readonly SimLine[]): SimFulfillment | null {
  if (now === undefined) return null
  const left = Math.min(Date.parse(at) + DAY, now)
  const arrived = left + 3 * DAY <= now ? iso(left + 3 * DAY) : null
  return {
    id: ids(),
    name: `#${number}.1`,
    status: 'success',
    shipmentStatus: arrived ? 'delivered' : 'in_transit',
    trackingCompany: 'DHL Express',
    trackingNumber: `JD${orderId}`,
    lines: lines.map(({ id, quantity }) => ({ lineId: id, quantity })),
    createdAt: iso(left),
    deliveredAt: arrived,
    updatedAt: arrived ?? iso(left),
  }
}

const shippingLine = (id: number, { code, title }: { code: string; title: string }, price: SimMoney, tax: SimMoney): SimShippingLine => ({
  id,
  code,
  title,
  price,
  discounted: price,
  tax,
  removed: false,
})

function blankOrder({
  shop,
  number,
  customer,
  address,
  at,
}: PastOrder): Omit<SimOrder, 'id' | 'token' | 'lines' | 'shippingLines' | 'transactions' | 'originalTotal' | 'fulfilledAt'> {
  return {
    number,
    name: `#${number}`,
    checkoutToken: null,
    cartToken: null,
    customerId: customer?.id ?? null,
    email: customer?.email ?? null,
    phone: null,
    currency: shop.currency,
    presentmentCurrency: shop.currency,
    rate: 1,
    locale: customer?.locale ?? shop.locale,
    sourceName: 'web',
    landingSite: '/',
    referringSite: null,
    shippingAddress: address,
    billingAddress: address,
    discountCodes: [],
    discountApplications: [],
    refunds: [],
    edits: [],
    usedJtis: [],
    holdUntil: null,
    cancelledAt: null,
    cancelReason: null,
    taxesIncluded: shop.taxesIncluded,
    tags: [],
    test: false,
    createdAt: at,
    processedAt: at,
    updatedAt: at,
  }
}

/** Gives back `quantity` of one line, money and all; restocking is the caller's affair. Never more than is left of the line. */
export function refundPastLine(order: SimOrder, lineId: number, quantity: number, at: string, ids: () => number): SimOrder {
  const line = order.lines.find((candidate) => candidate.id === lineId)
  if (!line || quantity < 1 || quantity > line.currentQuantity)
    throw new Error(`Line ${lineId} of ${order.name} has no ${quantity} left to refund`)
  const minor = (money: SimMoney): number => toMinor(money.shop, order.currency)
  const same = (amount: number): SimMoney => ({ shop: toDecimal(amount, order.currency), presentment: toDecimal(amount, order.currency) })
  const tax = Math.round((minor(line.tax) * quantity) / line.quantity)
  const subtotal = minor(line.unitPrice) * quantity
  const back = subtotal + (order.taxesIncluded ? 0 : tax)
  const sale = order.transactions[0]
  const transaction: SimTransaction = {
    id: ids(),
    kind: 'REFUND',
    status: 'SUCCESS',
    gateway: sale?.gateway ?? 'manual',
    amount: same(back),
    paymentDetails: sale?.paymentDetails ?? null,
    parentId: sale?.id ?? null,
    processedAt: at,
  }
  const refund: SimRefund = {
    id: ids(),
    note: '',
    restock: true,
    lines: [{ id: ids(), lineId, quantity, subtotal: same(subtotal), tax: same(tax) }],
    shipping: same(0),
    transactionIds: [transaction.id],
    createdAt: at,
  }
  return {
    ...order,
    lines: order.lines.map((candidate) =>
      candidate.id === lineId ? { ...candidate, currentQuantity: candidate.currentQuantity - quantity } : candidate,
    ),
    transactions: [...order.transactions, transaction],
    refunds: [...order.refunds, refund],
    updatedAt: at > order.updatedAt ? at : order.updatedAt,
  }
}
