import { expect, test } from 'vitest'
import type { MirroredOrder } from '#app/surfaces/catalog-reads.ts'
import { eligibility } from '#app/surfaces/decide/eligibility.ts'

const card = { gateway: 'shopify_payments', method: 'CardPaymentDetails', wallet: null, detailsRead: true }
const order = (over: Partial<MirroredOrder> = {}): MirroredOrder => ({
  orderId: '1',
  customerId: '7',
  earlierOrders: 0,
  sourceName: 'web',
  currency: 'EUR',
  presentmentCurrency: 'EUR',
  presentmentTotal: null,
  locale: null,
  region: null,
  landingPage: null,
  codes: [],
  originalTotal: 5_000,
  country: 'DE',
  shippable: true,
  gateways: ['shopify_payments'],
  processedAt: new Date('2026-11-21T12:00:00Z'),
  lines: [],
  shippingMethod: 'Standard',
  payments: [card],
  ...over,
})
const paid = (over: object) => order({ payments: [{ ...card, ...over }] })
const no = (because: string) => ({ eligible: false, because })
const open = (because: string) => ({ eligible: 'unknown', because })
const yes = { eligible: true, because: 'nothing-against' }

test.each([
  ['a card', order(), yes],
  ['Shop Pay', paid({ wallet: 'SHOP_PAY' }), yes],
  ['Apple Pay', paid({ wallet: 'APPLE_PAY' }), { ...no('wallet'), wallet: 'APPLE_PAY' }],
  ['Google Pay', paid({ wallet: 'GOOGLE_PAY' }), { ...no('wallet'), wallet: 'GOOGLE_PAY' }],
  ['a payment whose details were not read yet', paid({ method: null, detailsRead: false }), open('payment-details-not-read')],
  ['no payment yet', order({ payments: [] }), open('payment-not-arrived')],
  ['no order yet', null, open('order-not-arrived')],
  ['instalments', paid({ method: 'ShopPayInstallmentsPaymentDetails' }), no('instalments')],
  ['Klarna', paid({ method: 'LocalPaymentMethodsPaymentDetails' }), no('local-payment-method')],
  ['PayPal', paid({ gateway: 'paypal', method: 'PaypalWalletPaymentDetails' }), open('paypal-reference-transactions')],
  ['a bank transfer', paid({ gateway: 'manual', method: null, detailsRead: false }), no('not-a-card')],
  ['store credit', paid({ gateway: 'shopify_store_credit', method: null, detailsRead: false }), no('not-a-card')],
  ['a gift card beside a card', order({ gateways: ['gift_card', 'shopify_payments'] }), no('gift-card')],
  ['another currency', order({ presentmentCurrency: 'USD' }), no('foreign-currency')],
  ['nothing to ship', order({ shippable: false }), no('no-shipping-address')],
  ['local delivery', order({ shippingMethod: 'Local delivery' }), no('local-delivery')],
  ['forty-nine cents', order({ originalTotal: 49 }), no('below-minimum')],
  ['half a euro', order({ originalTotal: 50 }), yes],
  ['half a dinar', order({ currency: 'KWD', presentmentCurrency: 'KWD', originalTotal: 500 }), yes],
  ['the point of sale', order({ sourceName: 'pos' }), no('other-channel')],
])('%s', (_, mirrored, verdict) => expect(eligibility(mirrored, false)).toEqual(verdict))

test('whom Shopify asked about was eligible', () =>
  expect(eligibility(paid({ wallet: 'APPLE_PAY' }), true)).toEqual({ eligible: true, because: 'asked' }))
