import { expect, test } from 'vitest'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { readOrdersToAsk } from '#app/catalog/to-ask.server.ts'
import { db } from '#app/platform/db.server.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { customerNode, gidOf, orderNode, returnNode, transactionNode } from './nodes.ts'
import { deliver, linePayload, money, orderPayload, refundPayload, transactionPayload } from './payloads.ts'
import { at, customer, events, order, snapshotVersion } from './reading.ts'
import { connection, newShop, useSmallShopify } from './small-shopify.ts'

await useDatabase('order_webhooks')
const shopify = useSmallShopify()

test('customers: what no payload tells is read, what one tells is taken from it', async () => {
  const shop = await newShop()
  shopify.put(customerNode(7, { tags: ['vip'], locale: 'ar', numberOfOrders: '2' }))
  await deliver(shop, 'customers/create', { id: '7', updated_at: at(0) })
  await refreshCatalog({ shop })
  expect(await customer(shop)).toMatchObject({ tags: ['vip'], locale: 'ar', orderCount: 2, spent: 1000n })
  const future = new Date(Date.now() + 60_000).toISOString()
  const summary = {
    customerId: gidOf('Customer', 7),
    numberOfOrders: 3,
    amountSpent: { amount: '55.50', currencyCode: 'EUR' },
    occurredAt: future,
  }
  await deliver(shop, 'customers/purchasing_summary', summary)
  await deliver(shop, 'customer.tags_added', { customerId: gidOf('Customer', 7), tags: ['b2b'], occurredAt: future })
  await deliver(shop, 'customer.tags_removed', { customerId: gidOf('Customer', 7), tags: ['vip'], occurredAt: future })
  expect(await customer(shop)).toMatchObject({ tags: ['b2b'], orderCount: 3, spent: 5550n })
  expect(await snapshotVersion(shop)).toBe(0)
  await deliver(shop, 'customers/delete', { id: '7' })
  expect(await customer(shop)).toMatchObject({ tags: [], deletedAt: expect.any(Date) })
})

test('orders/create: the facts that rules ask about', async () => {
  const shop = await newShop()
  const line = linePayload(90, {
    quantity: 2,
    current_quantity: 2,
    discount_allocations: [{ amount_set: money('1.00') }, { amount_set: money('2.50') }],
    total_discount_set: money('2.50'),
  })
  await deliver(shop, 'orders/create', orderPayload(9, { line_items: [line], discount_codes: [{ code: 'HELLO' }], taxes_included: true }))
  expect(await order(shop)).toMatchObject({
    name: '#9',
    customerId: '7',
    checkoutToken: 'token-9',
    sourceName: 'web',
    total: 1000n,
    originalTotal: 1000n,
    gateways: ['shopify_payments'],
    country: 'DE',
    shippable: true,
    taxesIncluded: true,
    discountCodes: ['HELLO'],
    productIds: ['1'],
    financialStatus: 'paid',
  })
  expect(await db.orderLine.findMany({ where: { shop } })).toMatchObject([
    { id: '90', quantity: 2, unitPrice: 1000n, discount: 350n, tax: 160n },
  ])
  expect(await events(shop)).toEqual(['order.changed'])
  expect(await snapshotVersion(shop)).toBe(0)
})

test('no shipping address: nothing to ship', async () => {
  const shop = await newShop()
  await deliver(shop, 'orders/create', orderPayload(9, { shipping_address: null }))
  expect(await order(shop)).toMatchObject({ country: null, shippable: false })
})

test('the original total is that of the oldest payload, in whatever order they come', async () => {
  const shop = await newShop()
  const edited = { total_price_set: money('25.00'), current_total_price_set: money('25.00'), updated_at: at(2) }
  await deliver(shop, 'orders/updated', orderPayload(9, edited), at(2))
  await deliver(shop, 'orders/create', orderPayload(9), at(0))
  expect(await order(shop)).toMatchObject({ total: 2500n, originalTotal: 1000n })
})

test('orders/edited: the whole order is read, and what the Admin API calls the original total is the truth', async () => {
  const shop = await newShop()
  await deliver(shop, 'orders/updated', orderPayload(9, { total_price_set: money('25.00'), updated_at: at(2) }), at(2))
  const bags = { currentTotalPriceSet: { shopMoney: { amount: '25.00', currencyCode: 'EUR' } }, updatedAt: at(3) }
  shopify.put(orderNode(9, { lines: [{ id: 90 }, { id: 91, price: '15.00' }], ...bags }))
  await deliver(shop, 'orders/edited', {
    order_edit: { id: '1', order_id: '9', line_items: { additions: [{ id: '91', delta: 1 }], removals: [] } },
  })
  await refreshCatalog({ shop })
  expect(await order(shop)).toMatchObject({ total: 2500n, originalTotal: 1000n })
  expect(await db.orderLine.count({ where: { shop, orderId: '9' } })).toBe(2)
})

/** Of order 9, by its return 5. */
function comesBack(lines: Parameters<typeof returnNode>[2], more: Parameters<typeof orderNode>[1] = {}, status = 'OPEN'): void {
  const back = returnNode(5, status, lines)
  shopify.put(
    back,
    orderNode(9, { returnStatus: status === 'CANCELED' ? 'NO_RETURN' : 'IN_PROGRESS', returns: connection([back]), ...more }),
  )
}

test('returns/*: which lines come back is read, whatever the payload names, and who plans by it hears of each change', async () => {
  const shop = await newShop()
  const [first, second] = [linePayload(90), linePayload(91)]
  await deliver(shop, 'orders/create', orderPayload(9, { line_items: [first, second] }))
  const tell = async (
    topic: string,
    body: object,
    status: string,
    lines: readonly [line: number, quantity: number, refunded?: number][],
  ) => {
    await rows(`delete from graphile_worker._private_jobs where key like 'announce-event%'`)
    comesBack(lines, {}, status)
    await deliver(shop, topic, { admin_graphql_api_id: gidOf('Return', 5), status: 'whatever', ...body })
    await refreshCatalog({ shop })
    const found = await db.returnLine.findMany({ where: { shop }, orderBy: { lineId: 'asc' } })
    const told = found.map((one) => `${one.lineId} ${one.status} ${one.settled}/${one.quantity}`)
    return [told.join(', '), await events(shop)]
  }
  const ofOrder = { order: { id: 9 } }
  const both: [number, number][] = [[90, 1], [91, 2]] // prettier-ignore
  expect(await tell('returns/request', ofOrder, 'REQUESTED', both)).toEqual(['90 requested 0/1, 91 requested 0/2', ['order.changed']])
  expect(await tell('returns/request', ofOrder, 'REQUESTED', both)).toEqual(['90 requested 0/1, 91 requested 0/2', []])
  expect(await tell('returns/approve', ofOrder, 'OPEN', both)).toEqual(['90 open 0/1, 91 open 0/2', ['order.changed']])
  expect(await tell('returns/update', {}, 'OPEN', [[91, 2]])).toEqual(['91 open 0/2', ['order.changed']])
  expect(await tell('returns/process', { order_id: 9 }, 'OPEN', [[91, 2, 1]])).toEqual(['91 open 1/2', ['order.changed']])
  expect(await tell('returns/close', { order_id: 9 }, 'CLOSED', [[91, 2, 1]])).toEqual(['91 closed 1/2', ['order.changed']])
  // An order's own webhook tells nothing of returns, and takes nothing back.
  await deliver(shop, 'orders/updated', orderPayload(9, { line_items: [first, second], updated_at: at(5) }), at(5))
  expect(await order(shop)).toMatchObject({ returnStatus: 'IN_PROGRESS' })
  expect(await tell('returns/cancel', { order_id: 9 }, 'CANCELED', both)).toEqual(['', ['order.changed']])
})

test('a refund of what is on its way back is not counted beside it: its return is read again', async () => {
  const shop = await newShop()
  await deliver(shop, 'orders/create', orderPayload(9, { line_items: [linePayload(90, { quantity: 2, current_quantity: 2 })] }))
  comesBack([[90, 1]])
  await deliver(shop, 'returns/approve', { admin_graphql_api_id: gidOf('Return', 5), order: { id: 9 } })
  await refreshCatalog({ shop })
  const kept = async () => (await readOrdersToAsk(shop, ['9']))[0]?.lines.map(({ left, goingBack }) => [left, goingBack])
  expect(await kept()).toEqual([[2, 1]])
  comesBack([[90, 1, 1]])
  await deliver(shop, 'refunds/create', refundPayload(7, 9, 90))
  await refreshCatalog({ shop })
  expect(await kept()).toEqual([[1, 0]])
})

test('of an order that is read whole, or comes with the nightly check, its returns are read where their state is news', async () => {
  const shop = await newShop()
  comesBack([[90, 1]], { lines: [{ id: 90 }] })
  await deliver(shop, 'orders/edited', { order_edit: { id: '1', order_id: '9', line_items: { additions: [], removals: [] } } })
  await refreshCatalog({ shop })
  await refreshCatalog({ shop })
  expect(await db.returnLine.findMany({ where: { shop } })).toMatchObject([{ orderId: '9', lineId: '90', status: 'open', quantity: 1 }])
})

test('order_transactions/create: the amount at once, the wallet when the Admin API has told it', async () => {
  const shop = await newShop()
  const apple = transactionNode(900, { paymentDetails: { __typename: 'CardPaymentDetails', wallet: 'APPLE_PAY' } })
  shopify.put(orderNode(9, { transactions: [apple] }))
  await deliver(shop, 'order_transactions/create', transactionPayload(900, 9))
  const transaction = () => db.orderTransaction.findFirst({ where: { shop } })
  expect(await transaction()).toMatchObject({ kind: 'sale', amount: 1000n, wallet: null, detailsRead: false })
  await refreshCatalog({ shop })
  expect(await transaction()).toMatchObject({ wallet: 'APPLE_PAY', method: 'CardPaymentDetails', detailsRead: true })
  await deliver(shop, 'order_transactions/create', transactionPayload(900, 9))
  expect(await transaction()).toMatchObject({ wallet: 'APPLE_PAY', detailsRead: true })
  expect(await events(shop)).toEqual(['order.changed', 'transaction.recorded'])
})

test.each([
  [true, 672n],
  [false, 800n],
])('refunds/create before its order; prices contain the tax: %s', async (taxesIncluded, subtotal) => {
  const shop = await newShop()
  await deliver(shop, 'refunds/create', refundPayload(70, 9, 90))
  await deliver(shop, 'orders/updated', orderPayload(9, { taxes_included: taxesIncluded }))
  expect(await db.refundLine.findMany({ where: { shop } })).toMatchObject([
    { orderId: '9', refundId: '70', lineId: '90', quantity: 1, subtotal, tax: 128n },
  ])
  expect(await db.orderTransaction.findMany({ where: { shop } })).toMatchObject([{ id: '700', kind: 'refund', amount: 928n }])
})

test('a refund inside an order is the same refund', async () => {
  const shop = await newShop()
  await deliver(shop, 'orders/updated', orderPayload(9, { refunds: [refundPayload(70, 9, 90)] }))
  await deliver(shop, 'refunds/create', refundPayload(70, 9, 90))
  expect(await db.refundLine.count({ where: { shop } })).toBe(1)
  expect(await db.refund.findMany({ where: { shop } })).toMatchObject([{ id: '70', linesRead: true }])
})

test('checkouts/update: what only a checkout tells', async () => {
  const shop = await newShop()
  const body = {
    token: 'abc',
    customer: { id: '7' },
    discount_codes: [{ code: 'HELLO', amount: '1.00', type: 'percentage' }],
    shipping_lines: [{ title: 'Express', code: 'express' }],
    landing_site: '/products/phone',
    source_name: 'web',
    updated_at: at(2),
  }
  await deliver(shop, 'checkouts/update', body, at(2))
  await deliver(shop, 'checkouts/create', { ...body, discount_codes: [], updated_at: at(1) }, at(1))
  expect(await db.checkout.findMany({ where: { shop } })).toMatchObject([
    {
      token: 'abc',
      customerId: '7',
      discountCodes: ['HELLO'],
      shippingMethod: 'Express',
      landingPage: '/products/phone',
      sourceName: 'web',
    },
  ])
})
