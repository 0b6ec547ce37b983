import type { PaymentMethod } from '../model.ts'

/** Every way to pay that the table of limits names; the checkout offers some of them. */
export type Payment = PaymentMethod | 'amazon_pay' | 'affirm' | 'afterpay' | 'shop_pay_installments'

/** Exactly what Shopify's limits on the post-purchase page look at (contracts 7.1). */
export interface EligibilityFacts {
  payment: Payment
  giftCardUsed: boolean
  gatewayNeedsCvv: boolean // each time, so a second charge is impossible
  paypalReferenceTransactions: boolean
  duties: boolean
  currency: string
  presentmentCurrency: string
  hasShippingAddress: boolean
  digitalOnly: boolean
  pickup: boolean
  localDelivery: boolean
  total: number // major units of the shop's currency
  channel: string
  flashSaleDelay: boolean
  appChosen: boolean // installed, deployed, and named in Settings > Checkout > Post-purchase page
}

export type Ineligible =
  | 'no-app'
  | 'channel'
  | 'flash-sale-delay'
  | 'gift-card'
  | 'wallet'
  | 'instalments'
  | 'not-a-card'
  | 'needs-cvv'
  | 'paypal-without-reference-transactions'
  | 'duties'
  | 'currency'
  | 'no-shipping-address'
  | 'pickup'
  | 'local-delivery'
  | 'too-small'

type Eligibility = { eligible: true } | { eligible: false; because: Ineligible }

const SMALLEST_TOTAL = 0.5

const PAYMENT: Record<Payment, Ineligible | null> = {
  card: null,
  shop_pay: null,
  paypal: null,
  apple_pay: 'wallet',
  google_pay: 'wallet',
  amazon_pay: 'wallet',
  klarna: 'instalments',
  affirm: 'instalments',
  afterpay: 'instalments',
  shop_pay_installments: 'instalments',
  gift_card: 'gift-card',
  store_credit: 'not-a-card',
  manual: 'not-a-card',
}

/** The first limit that the purchase meets, in the order in which Shopify could know it. */
export function eligibility(facts: EligibilityFacts): Eligibility {
  const limits: [Ineligible | null, boolean][] = [
    ['no-app', !facts.appChosen],
    ['channel', facts.channel !== 'web'],
    ['flash-sale-delay', facts.flashSaleDelay],
    ['gift-card', facts.giftCardUsed],
    [PAYMENT[facts.payment], PAYMENT[facts.payment] !== null],
    ['needs-cvv', facts.payment === 'card' && facts.gatewayNeedsCvv],
    ['paypal-without-reference-transactions', facts.payment === 'paypal' && !facts.paypalReferenceTransactions],
    ['duties', facts.duties],
    ['currency', facts.currency !== facts.presentmentCurrency],
    ['pickup', facts.pickup],
    ['local-delivery', facts.localDelivery],
    ['no-shipping-address', facts.digitalOnly || !facts.hasShippingAddress],
    ['too-small', facts.total < SMALLEST_TOTAL],
  ]
  const because = limits.find(([, met]) => met)?.[0]
  return because ? { eligible: false, because } : { eligible: true }
}

export const WHY_NOT: Record<Ineligible, string> = {
  'no-app': 'No app is chosen in Settings > Checkout > Post-purchase page.',
  channel: 'The order did not come from the Online Store.',
  'flash-sale-delay': 'The order was created late because of a flash sale.',
  'gift-card': 'A gift card paid for it.',
  wallet: 'A wallet paid for it (Apple Pay, Google Pay or Amazon Pay).',
  instalments: 'It is paid in instalments.',
  'not-a-card': 'It was not paid by credit card.',
  'needs-cvv': 'The payment provider asks for the card code each time.',
  'paypal-without-reference-transactions': 'PayPal without reference transactions cannot be charged again.',
  duties: 'The order carries duties.',
  currency: "The shopper paid in another currency than the shop's.",
  'no-shipping-address': 'Nothing is shipped: there is no shipping address.',
  pickup: 'The shopper picks the order up.',
  'local-delivery': 'The order is delivered locally.',
  'too-small': 'The order is below 0.50.',
}
