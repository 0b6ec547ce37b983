import { expect, test } from 'vitest'
import { eligibility, WHY_NOT } from './eligibility.ts'
import type { EligibilityFacts, Ineligible, Payment } from './eligibility.ts'

const CARD: EligibilityFacts = {
  payment: 'card',
  giftCardUsed: false,
  gatewayNeedsCvv: false,
  paypalReferenceTransactions: false,
  duties: false,
  currency: 'EUR',
  presentmentCurrency: 'EUR',
  hasShippingAddress: true,
  digitalOnly: false,
  pickup: false,
  localDelivery: false,
  total: 49.9,
  channel: 'web',
  flashSaleDelay: false,
  appChosen: true,
}

test.each<[string, Partial<EligibilityFacts>, Ineligible | null]>([
  ['a card in the shop’s own currency', {}, null],
  ['Shop Pay, the one wallet that is supported', { payment: 'shop_pay' }, null],
  ['PayPal with reference transactions', { payment: 'paypal', paypalReferenceTransactions: true }, null],
  ['fifty cents exactly', { total: 0.5 }, null],
  ['PayPal without reference transactions', { payment: 'paypal' }, 'paypal-without-reference-transactions'],
  ['a gift card as the payment', { payment: 'gift_card' }, 'gift-card'],
  ['a gift card beside the card', { giftCardUsed: true }, 'gift-card'],
  ['cash on delivery', { payment: 'manual' }, 'not-a-card'],
  ['a gateway that needs the card code each time', { gatewayNeedsCvv: true }, 'needs-cvv'],
  ['duties', { duties: true }, 'duties'],
  ['another currency', { presentmentCurrency: 'USD' }, 'currency'],
  ['no shipping address', { hasShippingAddress: false }, 'no-shipping-address'],
  ['nothing to ship', { digitalOnly: true }, 'no-shipping-address'],
  ['local pickup', { pickup: true }, 'pickup'],
  ['local delivery', { localDelivery: true }, 'local-delivery'],
  ['49 cents', { total: 0.49 }, 'too-small'],
  ['an order from the point of sale', { channel: 'pos' }, 'channel'],
  ['an order made late in a flash sale', { flashSaleDelay: true }, 'flash-sale-delay'],
  ['no app chosen for the page', { appChosen: false }, 'no-app'],
])('%s', (_, changes, because) => {
  expect(eligibility({ ...CARD, ...changes })).toEqual(because ? { eligible: false, because } : { eligible: true })
})

test.each<[Payment, Ineligible]>([
  ['apple_pay', 'wallet'],
  ['google_pay', 'wallet'],
  ['amazon_pay', 'wallet'],
  ['klarna', 'instalments'],
  ['affirm', 'instalments'],
  ['afterpay', 'instalments'],
  ['shop_pay_installments', 'instalments'],
])('%s shows no page', (payment, because) => expect(eligibility({ ...CARD, payment })).toEqual({ eligible: false, because }))

test('every reason has words', () => expect(Object.values(WHY_NOT).every((words) => words.endsWith('.'))).toBe(true))
