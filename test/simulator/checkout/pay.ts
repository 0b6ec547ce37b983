import { toDecimal, toMinor } from '../money.ts'
import type { SimOrder, SimShop } from '../model.ts'
import { builtExtension } from '../post-purchase/bundle.ts'
import { eligibility } from '../post-purchase/eligibility.ts'
import { placeOrder, presentmentTotal } from '../shop/orders.ts'
import { balanceOf } from '../shop/store-credit.ts'
import type { Simulator } from '../simulator.ts'
import { changeCheckout, quoteFor } from './desk.ts'
import type { Checkout } from './desk.ts'
import { explain } from '../discounts/codes.ts'
import type { Quote } from './quote.ts'

export type Paid = { order: SimOrder; postPurchase: boolean } | { problem: string }

const TOGETHER = 'A discount code has just been used elsewhere. You have not been charged.'

/** Pay now: an order, and the post-purchase page where Shopify would show it. */
export async function pay(simulator: Simulator, shop: SimShop, checkout: Checkout): Promise<Paid> {
  if (checkout.orderId !== null) return again(simulator, shop, checkout)
  const quoted = await quoteFor(simulator, shop, checkout)
  const problem = problemOf(quoted)
  if (problem) return { problem }
  const verdict = eligibility(await factsOf(simulator, shop, checkout, quoted))
  const order = await placeOrder(simulator, shop, checkout, quoted, verdict.eligible)
  if (order === 'sold-out') return { problem: 'Something in your cart has just sold out. You have not been charged.' }
  // Judged once more, it is the same refusal that a later payment meets.
  if (order === 'code-used-up') return { problem: problemOf(await quoteFor(simulator, shop, checkout)) ?? TOGETHER }
  await changeCheckout(simulator, shop, checkout.id, {
    orderId: order.id,
    customerId: order.customerId,
    postPurchase: verdict.eligible ? 'asked' : 'not-eligible',
    whyNotEligible: verdict.eligible ? null : verdict.because,
  })
  if (order.holdUntil) await simulator.at('release-order', new Date(order.holdUntil), { shop: shop.domain, orderId: order.id })
  return { order, postPurchase: verdict.eligible }
}

/** A second click on Pay now leads where the first one led. */
async function again(simulator: Simulator, shop: SimShop, checkout: Checkout): Promise<Paid> {
  const order = await simulator.store.get(shop.domain, 'order', checkout.orderId as number)
  return order ? { order, postPurchase: checkout.postPurchase === 'asked' } : { problem: 'This checkout has been completed.' }
}

function problemOf(quoted: Quote): string | null {
  if (quoted.lines.length === 0) return 'Your cart is empty.'
  const refused = quoted.refused[0]
  return refused ? explain(refused.code, refused.refusal) : null
}

/** What pays what store credit leaves; store credit itself where that is nothing. */
async function payingMethod(simulator: Simulator, shop: SimShop, checkout: Checkout, quoted: Quote) {
  const balance = checkout.usesStoreCredit ? await balanceOf(simulator, shop, checkout) : 0
  const covered = balance > 0 && balance >= toMinor(presentmentTotal(quoted), checkout.presentmentCurrency)
  return covered ? ('store_credit' as const) : (checkout.paymentMethod ?? 'card')
}

async function factsOf(simulator: Simulator, shop: SimShop, checkout: Checkout, quoted: Quote) {
  return {
    payment: await payingMethod(simulator, shop, checkout, quoted),
    giftCardUsed: checkout.paymentMethod === 'gift_card',
    gatewayNeedsCvv: simulator.settings.gatewayNeedsCvv,
    paypalReferenceTransactions: shop.paypalReferenceTransactions,
    duties: false,
    currency: shop.currency,
    presentmentCurrency: checkout.presentmentCurrency,
    hasShippingAddress: checkout.address !== null,
    digitalOnly: quoted.lines.every(({ variant }) => !variant.requiresShipping),
    pickup: quoted.shipping?.method.pickup ?? false,
    localDelivery: quoted.shipping?.method.localDelivery ?? false,
    total: Number(toDecimal(quoted.total, shop.currency)),
    channel: checkout.sourceName,
    flashSaleDelay: false,
    appChosen: shop.postPurchaseApp && shop.installed !== null && (await builtExtension(simulator.settings.projectFolder)) !== null,
  }
}
