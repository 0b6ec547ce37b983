import { expect, test } from 'vitest'
import { earlierOrders, type ShopperCounts } from '#app/offers/earlier-orders.ts'

const counts = (over: Partial<ShopperCounts> = {}): ShopperCounts => ({
  isGuest: false,
  mirrored: true,
  customersSynced: true,
  ordersComplete: false,
  orders: 0,
  counter: 0,
  hasThisOrder: false,
  counterIsOlder: false,
  ...over,
})
const exactly = (count: number) => ({ atLeast: count, atMost: count })

test.each([
  ['a guest is not known', { isGuest: true }, null],
  ['a customer made by this checkout is new', { mirrored: false }, exactly(0)],
  ['before the first sync has ended nobody is new', { mirrored: false, customersSynced: false }, null],
  [
    'but whose earlier order we hold has bought before',
    { mirrored: false, customersSynced: false, orders: 1 },
    { atLeast: 1, atMost: null },
  ],
  ['no order at all', {}, exactly(0)],
  ['this order came first, its counter with it', { counter: 1, hasThisOrder: true }, exactly(0)],
  ['this order came first, the counter has not', { counter: 0, hasThisOrder: true }, exactly(0)],
  ['the counter came first: this order or one that we do not hold', { counter: 1 }, { atLeast: 0, atMost: 1 }],
  ['the counter came first, and we hold every older order', { counter: 1, ordersComplete: true }, exactly(0)],
  ['a counter from long before is of other orders', { counter: 1, counterIsOlder: true }, exactly(1)],
  ['an older one that we do not hold', { counter: 2, hasThisOrder: true }, exactly(1)],
  ['two on the counter: one at least is older', { counter: 2 }, { atLeast: 1, atMost: 2 }],
  ['our own count of orders never includes this one', { orders: 3, counter: 3, hasThisOrder: true }, exactly(3)],
])('%s', (_, over, bounds) => expect(earlierOrders(counts(over))).toEqual(bounds))
