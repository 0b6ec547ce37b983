import { expect, test } from 'vitest'
import { coverageOf, meetingOf, type Alike, type Each } from '#app/surfaces/placements/coverage.ts'

const card = { gateway: 'shopify_payments', method: 'CardPaymentDetails', wallet: null, detailsRead: true }
const facts: Alike['facts'] = {
  sourceName: 'web',
  currency: 'EUR',
  presentmentCurrency: 'EUR',
  shippingMethod: null,
  shippable: true,
  gateways: [],
  payments: [card],
  originalTotal: 1_000,
}
const alike = (count: number, over: Partial<Alike> = {}): Alike => ({
  count,
  example: { id: String(count), name: `#${count}` },
  facts,
  asked: true,
  offered: true,
  seenOn: [],
  late: false,
  because: null,
  ...over,
})

test.each<[string, Partial<Alike>, string]>([
  ['the answer came too late', { late: true }, 'too-late'],
  ['nothing was heard of what was sent', {}, 'not-reported'],
  ['no offer fitted', { offered: false, because: 'no-offer-matches' }, 'no-offer-matches'],
  ['a wallet paid', { asked: false, offered: false, facts: { ...facts, payments: [{ ...card, wallet: 'APPLE_PAY' }] } }, 'wallet'],
  ['not from the online store', { asked: false, offered: false, facts: { ...facts, sourceName: 'pos' } }, 'other-channel'],
  [
    'how it was paid is not read yet',
    { asked: false, offered: false, facts: { ...facts, payments: [{ ...card, detailsRead: false }] } },
    'not-known',
  ],
  [
    'PayPal paid',
    { asked: false, offered: false, facts: { ...facts, payments: [{ ...card, method: 'PaypalWalletPaymentDetails' }] } },
    'paypal',
  ],
  ['Shopify did not ask', { asked: false, offered: false }, 'not-asked'],
])('%s', (_, over, because) => {
  expect(coverageOf([alike(2, over)])).toMatchObject({ orders: 2, saw: 0, rest: [{ because, count: 2, example: { name: '#2' } }] })
})

test('counts add up, and the most common reason comes first', () => {
  const groups = [alike(5, { seenOn: ['post-purchase'] }), alike(1), alike(3, { late: true }), alike(2)]
  const { orders, saw, rest } = coverageOf(groups)
  expect({ orders, saw, rest: rest.map(({ because, count }) => [because, count]) }).toEqual({
    orders: 11,
    saw: 5,
    rest: [
      ['not-reported', 3],
      ['too-late', 3],
    ],
  })
})

test('an order counts once in all, and on each surface where it saw an offer', () => {
  const groups = [
    alike(4, { seenOn: ['post-purchase'] }),
    alike(2, { seenOn: ['post-purchase', 'thank-you'] }),
    alike(3, { asked: false, offered: false, seenOn: ['thank-you'] }),
    alike(1),
  ]
  expect(coverageOf(groups)).toMatchObject({
    orders: 10,
    saw: 9,
    bySurface: [
      { surface: 'post-purchase', saw: 6 },
      { surface: 'thank-you', saw: 5 },
      { surface: 'order-status', saw: 0 },
      { surface: 'email', saw: 0 },
    ],
    rest: [{ count: 1 }],
  })
})

test('what was sold elsewhere than in the online store is not what the block missed', () => {
  const elsewhere = { asked: false, offered: false, facts: { ...facts, sourceName: 'pos' } }
  expect(coverageOf([alike(6, elsewhere), alike(2), alike(1, { late: true })])).toMatchObject({ orders: 9, missed: 3 })
})

const each = (over: Partial<Each>): Each => ({
  ...alike(1),
  id: '1',
  before: false,
  title: 'A case',
  accepted: null,
  declined: false,
  ...over,
})

test.each<[string, Partial<Each>, string, string]>([
  [
    'one was accepted, whatever was declined before it',
    { seenOn: ['post-purchase'], accepted: 'post-purchase', declined: true },
    'Accepted',
    'A case',
  ],
  ['she took it on the next page', { seenOn: ['thank-you'], accepted: 'thank-you' }, 'Accepted on the thank-you page', 'A case'],
  ['she said no', { seenOn: ['post-purchase'], declined: true }, 'Declined', 'A case'],
  ['she saw it and went on', { seenOn: ['post-purchase'] }, 'Shown', 'A case'],
  [
    'a wallet paid',
    { asked: false, offered: false, facts: { ...facts, payments: [{ ...card, wallet: 'APPLE_PAY' }] } },
    'No offer',
    'Paid with a wallet, such as Apple Pay',
  ],
  [
    'it is older than Encore in the shop',
    { before: true, asked: false, offered: false },
    'No offer',
    'Placed before Encore was in the shop',
  ],
])('the list of orders says what became of the offer: %s', (_, over, said, more) =>
  expect(meetingOf(each(over))).toMatchObject({ said, more }),
)
