import { parseMoney } from '#app/values/money.ts'
import type { MirroredOrder } from '../catalog-reads.ts'

/** Why Shopify shows no post-purchase page for an order (contracts 7.1), as far as an app can know it. */
export type Ineligible =
  | 'other-channel'
  | 'foreign-currency'
  | 'no-shipping-address'
  | 'local-delivery'
  | 'below-minimum'
  | 'gift-card'
  | 'wallet'
  | 'instalments'
  | 'local-payment-method'
  | 'not-a-card'

/** What would have to be known first. */
export type Unsettled =
  'no-checkout' | 'order-not-arrived' | 'payment-not-arrived' | 'payment-details-not-read' | 'paypal-reference-transactions'

export type Eligibility =
  | { eligible: true; because: 'asked' | 'nothing-against' } // asked: Shopify did ask us
  | { eligible: false; because: Ineligible; wallet?: string }
  | { eligible: 'unknown'; because: Unsettled }

/** All of an order that it asks. */
export type EligibilityFacts = Pick<
  MirroredOrder,
  'sourceName' | 'currency' | 'presentmentCurrency' | 'shippingMethod' | 'shippable' | 'gateways' | 'payments' | 'originalTotal'
>

const SMALLEST = '0.50'

/** The page appears only to those whom Shopify asks about, so a request that reached us settles it. */
export function eligibility(order: EligibilityFacts | null, asked: boolean): Eligibility {
  if (asked) return { eligible: true, because: 'asked' }
  if (!order) return { eligible: 'unknown', because: 'order-not-arrived' }
  const against = ofOrder(order)
  if (against) return { eligible: false, because: against }
  const verdicts = order.payments.map(ofPayment)
  const no = verdicts.find(({ eligible }) => eligible === false)
  const open = verdicts.find(({ eligible }) => eligible === 'unknown')
  if (no ?? open) return (no ?? open)!
  return order.payments.length > 0
    ? { eligible: true, because: 'nothing-against' }
    : { eligible: 'unknown', because: 'payment-not-arrived' }
}

/** Sold at a till, by a draft order, or wherever else than in the online store. */
export const isElsewhere = (sourceName: string | null): boolean => sourceName !== null && sourceName !== 'web'

function ofOrder(order: EligibilityFacts): Ineligible | null {
  const limits: [boolean, Ineligible][] = [
    [isElsewhere(order.sourceName), 'other-channel'],
    [order.currency !== order.presentmentCurrency, 'foreign-currency'],
    [/local[ _-]?delivery/i.test(order.shippingMethod ?? ''), 'local-delivery'],
    [!order.shippable, 'no-shipping-address'],
    [order.gateways.includes('gift_card') || order.payments.some(({ gateway }) => gateway === 'gift_card'), 'gift-card'],
    [order.originalTotal < parseMoney(SMALLEST, order.currency), 'below-minimum'],
  ]
  return limits.find(([met]) => met)?.[1] ?? null
}

const NOTHING_AGAINST: Eligibility = { eligible: true, because: 'nothing-against' }

/** Shopify's names of wallets whose cards can be charged again without the shopper. */
const WALLETS_THAT_WORK = ['SHOP_PAY', 'SHOPIFY_PAY']

/** Gateways of which no details need be read. */
const NO_CARD = ['manual', 'shopify_store_credit']

function ofPayment({ gateway, method, wallet, detailsRead }: MirroredOrder['payments'][number]): Eligibility {
  if (NO_CARD.includes(gateway)) return { eligible: false, because: 'not-a-card' }
  if (!detailsRead) return { eligible: 'unknown', because: 'payment-details-not-read' }
  if (wallet && !WALLETS_THAT_WORK.includes(wallet)) return { eligible: false, because: 'wallet', wallet }
  switch (method) {
    case 'CardPaymentDetails':
      return NOTHING_AGAINST
    case 'ShopPayInstallmentsPaymentDetails':
      return { eligible: false, because: 'instalments' }
    case 'LocalPaymentMethodsPaymentDetails':
      return { eligible: false, because: 'local-payment-method' }
    case 'PaypalWalletPaymentDetails':
      return { eligible: 'unknown', because: 'paypal-reference-transactions' }
    default:
      return { eligible: false, because: 'not-a-card' }
  }
}
