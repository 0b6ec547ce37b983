import { expect, test } from 'vitest'
import { leftOut, planRequest, reminderAt, type OrderToAsk } from '#app/reviews/asking/plan.ts'
import { AskingSettings } from '#app/reviews/asking/settings.ts'

const settings = (more: object = {}) => AskingSettings.parse({ active: true, since: '2026-10-01T00:00:00Z', ...more })
const day = (number: number) => new Date(Date.UTC(2026, 9, number, 12))
const line = (id: string, more: Partial<OrderToAsk['lines'][number]> = {}) => ({
  id,
  productId: `p${id}`,
  collectionIds: [],
  left: 1,
  goingBack: 0,
  cameBack: 0,
  ...more,
})
const parcel = (more: Partial<OrderToAsk['parcels'][number]> = {}) => ({ lineIds: [], leftAt: day(3), deliveredAt: day(6), ...more })
const order = (more: Partial<OrderToAsk> = {}): OrderToAsk => ({
  orderId: '1',
  customerId: '7',
  email: 'mia@example.com',
  placedAt: day(2),
  cancelled: false,
  abroad: false,
  lines: [line('1')],
  parcels: [parcel()],
  lastAsked: null,
  reviewed: [],
  suppressed: null,
  ...more,
})
const ask = (at: Date, more: object = {}) => ({ do: 'ask', at, after: 'delivery', productIds: ['p1'], ...more })
const skip = (because: string) => ({ do: 'skip', because })
const wait = (because: string) => ({ do: 'wait', because })
const phones = (days: number, more: object = {}) => ({ kind: 'collection', id: 'phones', title: 'Phones', afterDelivery: days, ...more })

test.each([
  ['two weeks after it arrived', order(), settings(), ask(day(20))],
  ['nobody said that it arrived: four weeks after it left', order({ parcels: [parcel({ deliveredAt: null })] }), settings(), ask(day(31), { after: 'fulfilment' })],
  ['abroad it may take longer', order({ abroad: true, parcels: [parcel({ deliveredAt: null })] }), settings(), ask(day(45), { after: 'fulfilment' })],
  ['the last of two parcels counts', order({ lines: [line('1'), line('2')], parcels: [parcel({ lineIds: ['1'] }), parcel({ lineIds: ['2'], deliveredAt: day(9) })] }), settings(), ask(day(23), { productIds: ['p1', 'p2'] })],
  ['one of two parcels is still on its way', order({ lines: [line('1'), line('2')], parcels: [parcel({ lineIds: ['1'] }), parcel({ lineIds: ['2'], deliveredAt: null })] }), settings(), ask(day(31), { after: 'fulfilment', productIds: ['p1', 'p2'] })],
  ['half of it has not left', order({ lines: [line('1'), line('2')], parcels: [parcel({ lineIds: ['1'] })] }), settings(), wait('not-fulfilled')],
  ['nothing has left', order({ parcels: [] }), settings(), wait('not-fulfilled')],
  ['what was sent back is not asked about', order({ lines: [line('1'), line('2', { left: 0 })], parcels: [parcel({ lineIds: ['1'] })] }), settings(), ask(day(20))],
  ['what is on its way back is not asked about', order({ lines: [line('1'), line('2', { goingBack: 1 })], parcels: [parcel({ lineIds: ['1'] })] }), settings(), ask(day(20))],
  ['of what she keeps one piece she is asked', order({ lines: [line('1', { left: 2, goingBack: 1 })] }), settings(), ask(day(20))],
  ['one variant goes back and another stays', order({ lines: [line('1', { goingBack: 1 }), line('2', { productId: 'p1' })] }), settings(), ask(day(20))],
  ['all that she still has is on its way back', order({ lines: [line('1', { left: 0 }), line('2', { goingBack: 1 })] }), settings(), skip('being-returned')],
  ['one is on its way back and the other was reviewed', order({ lines: [line('1', { goingBack: 1 }), line('2')], reviewed: ['p2'] }), settings(), skip('already-reviewed')],
  ['the parcel of what goes back is not waited for', order({ lines: [line('1'), line('2', { goingBack: 1 })], parcels: [parcel({ lineIds: ['1'] }), parcel({ lineIds: ['2'], deliveredAt: day(16) })] }), settings(), ask(day(20))],
  ['the same thing twice is asked about once', order({ lines: [line('1'), line('2', { productId: 'p1' })] }), settings(), ask(day(20))],
  ['a collection with a delay of its own', order({ lines: [line('1', { collectionIds: ['phones'] })] }), settings({ special: [phones(30)] }), ask(day(36))],
  ['it counts when the arrival is only guessed, too', order({ lines: [line('1', { collectionIds: ['phones'] })], parcels: [parcel({ deliveredAt: null })] }), settings({ special: [phones(30)] }), ask(day(47), { after: 'fulfilment' })],
  ['a product’s own delay beats its collection’s', order({ lines: [line('1', { collectionIds: ['phones'] })] }), settings({ special: [phones(30), phones(5, { kind: 'product', id: 'p1' })] }), ask(day(11))],
  ['the longest delay in the order counts for all of it', order({ lines: [line('1'), line('2', { collectionIds: ['phones'] })] }), settings({ special: [phones(40)] }), ask(day(46), { productIds: ['p1', 'p2'] })],
  ['cancelled', order({ cancelled: true }), settings(), skip('cancelled')],
  ['all of it was refunded', order({ lines: [line('1', { left: 0 })] }), settings(), skip('refunded')],
  ['all of it was sent back, refunded or not', order({ lines: [line('1', { left: 0, cameBack: 1 }), line('2', { left: 0, cameBack: 1 })] }), settings(), skip('returned')],
  ['a tip has no product', order({ lines: [line('1', { productId: null })] }), settings(), skip('no-product')],
  ['reviewed already', order({ reviewed: ['p1'] }), settings(), skip('already-reviewed')],
  ['one of two reviewed already', order({ lines: [line('1'), line('2')], reviewed: ['p1'] }), settings(), ask(day(20), { productIds: ['p2'] })],
  ['asked ten days before', order({ lastAsked: day(10) }), settings(), skip('asked-lately')],
  ['will be asked ten days after', order({ lastAsked: day(30) }), settings(), skip('asked-lately')],
  ['asked a month before', order({ lastAsked: new Date('2026-09-20T12:00:00Z') }), settings(), ask(day(20))],
  ['unsubscribed', order({ suppressed: 'unsubscribed' }), settings(), skip('unsubscribed')],
  ['nobody knows who bought it', order({ customerId: null, email: null }), settings(), skip('no-address')],
  ['a guest who left an address', order({ customerId: null }), settings(), ask(day(20))],
  ['a customer whose address Shopify may know', order({ email: null }), settings(), ask(day(20))],
  ['placed before asking began', order({ placedAt: new Date('2026-09-30T23:00:00Z') }), settings(), wait('not-active')],
  ['nobody is asked by default', order(), AskingSettings.parse({}), wait('not-active')],
])('%s', (_, facts, chosen, plan) => expect(planRequest(facts, chosen)).toEqual(plan)) // prettier-ignore

test('an order that the merchant chose is asked about whenever it was placed', () => {
  expect(planRequest(order({ placedAt: new Date('2025-01-01') }), AskingSettings.parse({}), true)).toEqual(ask(day(20)))
})

test('of what is left out it is told why, product by product', () => {
  const lines = [
    line('1'),
    line('2', { left: 2, goingBack: 2 }),
    line('3', { left: 0 }),
    line('4'),
    line('5', { productId: null }),
    line('6', { productId: 'p3', left: 0 }),
    line('7', { productId: 'p1', goingBack: 1 }),
    line('8', { left: 0, cameBack: 1 }),
  ]
  expect(leftOut({ lines, reviewed: ['p4', 'p2'] }, ['p1'])).toEqual([
    { productId: 'p2', because: 'being-returned' },
    { productId: 'p3', because: 'refunded' },
    { productId: 'p4', because: 'already-reviewed' },
    { productId: 'p8', because: 'returned' },
  ])
})

test('reminders end', () => {
  expect([0, 1, 2].map((sent) => reminderAt(settings({ reminders: 2 }), sent, day(1)))).toEqual([day(8), day(8), null])
})
