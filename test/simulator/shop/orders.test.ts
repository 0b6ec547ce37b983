import { expect, test } from 'vitest'
import { scene, tenthOff, variantOf } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import type { SimOrder } from '../model.ts'
import { toMinor } from '../money.ts'
import { deliveries } from '../webhooks/log.ts'
import { fulfilOrder } from './fulfillments.ts'
import { cancelOrder, markPaid, removeLine } from './orders-ending.ts'
import { refundOrder } from './orders-refund.ts'
import { financialStatus, paymentsOf, totalsOf } from './orders-totals.ts'

const lines = (on: Scene, phones: number, cases: number) => [
  ...(phones ? [{ key: 'a', variantId: variantOf(on.phone), quantity: phones }] : []),
  ...(cases ? [{ key: 'b', variantId: variantOf(on.case), quantity: cases }] : []),
]
const shown = (order: SimOrder) => {
  const { subtotal, shipping, tax, total } = totalsOf(order)
  return [subtotal.shop, shipping.shop, tax.shop, total.shop]
}
const topics = async (on: Scene) => (await deliveries(on.simulator, { shop: on.shop.domain })).map(({ topic }) => topic).reverse()

test('prices that include tax: the tax is inside the total, shipping taxed too', async () => {
  await using on = await scene()
  const order = await on.buy({ lines: lines(on, 0, 3) })
  expect(shown(order)).toEqual(['149.70', '4.90', '24.68', '154.60'])
  expect(order.originalTotal).toEqual({ shop: '154.60', presentment: '154.60' })
})

test('prices without tax: it comes on top', async () => {
  await using on = await scene({ shop: { taxesIncluded: false, taxRate: 0.0825, taxShipping: false, currency: 'USD', rates: {} } })
  const order = await on.buy({ lines: lines(on, 1, 1) })
  expect(shown(order)).toEqual(['449.80', '4.90', '37.11', '491.81'])
  expect(paymentsOf(order).outstanding.shop).toBe('0.00')
})

test('dinars have three decimals, yen none', async () => {
  await using on = await scene({
    shop: {
      currency: 'KWD',
      taxRate: 0.05,
      rates: { JPY: 488.5 },
      shippingMethods: [{ code: 'standard', title: 'S', price: '1.500', freeFrom: null, pickup: false, localDelivery: false }],
    },
    prices: ['12.345', '0.999'],
  })
  const order = await on.buy({ lines: lines(on, 1, 2), presentmentCurrency: 'JPY' })
  expect(shown(order)).toEqual(['14.343', '1.500', '0.754', '15.843'])
  expect(totalsOf(order).total.presentment).toBe('7740')
  expect(order.transactions[0]?.amount).toEqual(order.originalTotal)
})

test('what wallet paid is in the transaction and never in the order webhook', async () => {
  await using on = await scene()
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  expect(order.transactions[0]?.paymentDetails).toMatchObject({ type: 'CardPaymentDetails', wallet: 'APPLE_PAY' })
  const sent = await deliveries(on.simulator, { shop: on.shop.domain })
  expect(JSON.stringify(sent.filter(({ topic }) => topic.startsWith('order')).map(({ payload }) => payload))).not.toMatch(/apple/i)
})

test('stock is taken, and nobody buys what is gone', async () => {
  await using on = await scene()
  await on.buy({ lines: lines(on, 0, 3) })
  await expect(on.buy({ lines: lines(on, 1, 1) })).rejects.toThrow('sold out')
  const left = async (id: number) => (await on.simulator.store.get(on.shop.domain, 'product', id))?.variants[0]?.inventoryQuantity
  expect([await left(on.phone.id), await left(on.case.id)]).toEqual([50, 0])
})

test('of payments at one moment a code that may be used once is in one, and the others are refused unpaid', async () => {
  await using on = await scene({ discounts: [tenthOff('ONCE')] })
  const paid = await Promise.allSettled([1, 2, 3].map(() => on.buy({ lines: lines(on, 0, 1), discountCodes: ['ONCE'] })))
  expect(paid.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(paid.flatMap((one) => (one.status === 'rejected' ? String(one.reason.message) : []))).toEqual(
    Array(2).fill('“ONCE” has reached its limit of uses.'),
  )
  expect(await on.simulator.store.count(on.shop.domain, 'order')).toBe(1)
  expect((await on.simulator.store.get(on.shop.domain, 'product', on.case.id))?.variants[0]?.inventoryQuantity).toBe(2)
})

test('a code that was not paid with after all can be used again', async () => {
  await using on = await scene({ discounts: [tenthOff('ONCE')] })
  await on.buy({ lines: lines(on, 0, 3) })
  const wanted = { lines: lines(on, 0, 1), discountCodes: ['ONCE'] }
  await expect(on.buy(wanted)).rejects.toThrow('sold out')
  expect((await on.buy({ ...wanted, lines: lines(on, 1, 0) })).discountCodes).toHaveLength(1)
})

test('a returning shopper keeps her record, her count and what she spent', async () => {
  await using on = await scene()
  const first = await on.buy({ email: 'eva@example.com' })
  const second = await on.buy({ email: 'EVA@example.com' })
  expect(second.customerId).toBe(first.customerId)
  expect([second.number - first.number, second.name]).toEqual([1, '#1002'])
  expect(await on.simulator.store.get(on.shop.domain, 'customer', first.customerId as number)).toMatchObject({
    ordersCount: 2,
    totalSpent: '809.60',
  })
})

test('a line refunded in parts gives back exactly what it cost', async () => {
  await using on = await scene({ prices: ['10.00', '3.33'], shop: { taxesIncluded: false } })
  const order = await on.buy({ lines: lines(on, 0, 3) })
  const lineId = order.lines[0]?.id as number
  for (let time = 0; time < 3; time++)
    await refundOrder(on.simulator, on.shop, order.id, { lines: [{ lineId, quantity: 1 }], shipping: time === 2, restock: true, note: '' })
  const after = await on.order(order.id)
  expect(paymentsOf(after).refunded).toEqual(paymentsOf(order).received)
  expect(
    after.refunds.reduce((sum, { lines: parts }) => sum + parts.reduce((part, { subtotal }) => part + toMinor(subtotal.shop, 'EUR'), 0), 0),
  ).toBe(999)
  expect([financialStatus(after), paymentsOf(after).outstanding.shop, totalsOf(after).total.shop]).toEqual(['REFUNDED', '0.00', '0.00'])
})

test('more than was bought is not refunded', async () => {
  await using on = await scene()
  const order = await on.buy()
  const wish = { lines: [{ lineId: order.lines[0]?.id as number, quantity: 2 }], shipping: false, restock: true, note: '' }
  await expect(refundOrder(on.simulator, on.shop, order.id, wish)).rejects.toThrow('no 2 left')
})

test('a cancelled order is paid back, restocked and no longer counted', async () => {
  await using on = await scene()
  const order = await on.buy()
  const after = await cancelOrder(on.simulator, on.shop, order.id, 'CUSTOMER')
  expect([after.cancelReason, financialStatus(after)]).toEqual(['customer', 'REFUNDED'])
  expect(await on.simulator.store.get(on.shop.domain, 'customer', order.customerId as number)).toMatchObject({
    ordersCount: 0,
    totalSpent: '0.00',
  })
  expect((await on.simulator.store.get(on.shop.domain, 'product', on.phone.id))?.variants[0]?.inventoryQuantity).toBe(50)
})

test('cash on delivery is pending until the merchant has it', async () => {
  await using on = await scene()
  const order = await on.buy({ paymentMethod: 'manual' })
  expect(financialStatus(order)).toBe('PENDING')
  expect(financialStatus(await markPaid(on.simulator, on.shop, order.id))).toBe('PAID')
})

test('a removed line leaves the order without money moving; a fulfilled one says so', async () => {
  await using on = await scene()
  const order = await on.buy({ lines: lines(on, 1, 1) })
  const edited = await removeLine(on.simulator, on.shop, order.id, order.lines[1]?.id as number)
  expect([edited.lines.map(({ currentQuantity }) => currentQuantity), edited.transactions.length]).toEqual([[1, 0], 1])
  expect(await fulfilOrder(on.simulator, on.shop, order.id)).toMatchObject({ fulfilledAt: expect.any(String) })
})

test('webhooks leave in Shopify’s order, each deed under one event id', async () => {
  await using on = await scene()
  await on.buy()
  const sent = (await topics(on)).filter((topic) => /^(orders|order_transactions|checkouts)/.test(topic))
  expect(sent).toEqual(expect.arrayContaining(['checkouts/create', 'orders/create']))
  expect(sent.indexOf('checkouts/create')).toBeLessThan(sent.indexOf('orders/create'))
  const events = (await deliveries(on.simulator, { shop: on.shop.domain }))
    .filter(({ topic }) => /^(orders\/|order_transactions)/.test(topic))
    .map(({ eventId }) => eventId)
  expect(new Set(events).size).toBe(1)
})
