import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeTags } from '#app/catalog/mirror/tags.ts'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { collectionNode, customerNode, gidOf, orderNode, productNodes, transactionNode } from './nodes.ts'
import { deliver, linePayload, money, orderPayload, productPayload, refundPayload, transactionPayload, variantPayload } from './payloads.ts'
import { newShop, useSmallShopify } from './small-shopify.ts'

await useDatabase('any_order')
const shopify = useSmallShopify()

type Message = { topic: string; body: object; triggeredAt: string }

// Several changes share one second, as in life: Shopify's own times in payloads are whole seconds.
const second = (tick: number) => `2026-11-01T10:00:${String(Math.floor(tick / 3)).padStart(2, '0')}Z`
const moment = (tick: number) => new Date(Date.parse('2026-11-01T10:00:00Z') + tick * 333).toISOString()
const say = (tick: number, topic: string, body: object): Message => ({ topic, body, triggeredAt: moment(tick) })

/** One shop's morning: what Shopify sends while a product, a collection, a customer and an order live. */
function morning(): Message[] {
  const product = (tick: number, more: object) => productPayload(1, { updated_at: second(tick), ...more })
  const two = [variantPayload(10), variantPayload(11)]
  const order = (tick: number, more: object) => orderPayload(9, { updated_at: second(tick), ...more })
  const added = [linePayload(90), linePayload(91, { price_set: money('15.00'), discount_allocations: [{ amount_set: money('3.00') }] })]
  const edited = { total_price_set: money('22.00'), current_total_price_set: money('22.00'), line_items: added }
  const returned = {
    ...edited,
    current_total_price_set: money('12.00'),
    financial_status: 'partially_refunded',
    refunds: [refundPayload(70, 9, 90)],
  }
  // The product of the first line has been deleted meanwhile.
  const removed = [linePayload(90, { current_quantity: 0, product_id: null, variant_id: null }), added[1]]
  const tags = (tick: number, on: boolean, names: string[]) =>
    say(tick, `customer.tags_${on ? 'added' : 'removed'}`, { customerId: gidOf('Customer', 7), tags: names, occurredAt: moment(tick) })
  const summary = (tick: number, numberOfOrders: number, amount: string) =>
    say(tick, 'customers/purchasing_summary', {
      customerId: gidOf('Customer', 7),
      numberOfOrders,
      amountSpent: { amount, currencyCode: 'EUR' },
      occurredAt: moment(tick),
    })
  const checkout = (tick: number, codes: string[]) =>
    say(tick, 'checkouts/update', { token: 'token-9', discount_codes: codes.map((code) => ({ code })), updated_at: second(tick) })
  return [
    say(0, 'products/create', product(0, {})),
    say(1, 'products/update', product(1, { title: 'Renamed', variants: two })),
    say(2, 'products/update', product(2, { title: 'Renamed', variants: [variantPayload(11, { price: '9.00', inventory_quantity: 4 })] })),
    say(2, 'inventory_items/update', { id: '11', cost: '3.00', tracked: true, requires_shipping: true, updated_at: second(2) }),
    say(3, 'inventory_levels/update', { inventory_item_id: '11', location_id: '1', available: 4, updated_at: second(3) }),
    say(3, 'products/create', productPayload(2, { updated_at: second(3) })),
    say(4, 'products/delete', { id: '2' }),
    say(4, 'collections/create', { id: '5', title: 'All', handle: 'all', updated_at: second(4) }),
    say(5, 'collections/update', { id: '5', title: 'Everything', handle: 'all', rules: [], updated_at: second(5) }),
    say(5, 'customers/create', { id: '7' }),
    tags(6, true, ['vip', 'b2b']),
    tags(7, false, ['vip']),
    tags(8, true, ['vip', 'gold']),
    tags(9, false, ['b2b', 'gold']),
    checkout(6, []),
    checkout(7, ['HELLO']),
    say(10, 'orders/create', order(10, { financial_status: 'pending' })),
    say(11, 'order_transactions/create', transactionPayload(900, 9)),
    say(11, 'orders/paid', order(11, {})),
    summary(12, 1, '10.00'),
    say(13, 'orders/edited', { order_edit: { id: '1', order_id: '9' } }),
    say(13, 'orders/updated', order(13, edited)),
    say(14, 'order_transactions/create', transactionPayload(901, 9, { amount: '12.00' })),
    summary(15, 1, '22.00'),
    say(20, 'refunds/create', refundPayload(70, 9, 90)),
    say(20, 'orders/updated', order(20, { ...returned, line_items: removed })),
    say(21, 'orders/cancelled', order(21, { ...returned, line_items: removed, cancelled_at: second(21) })),
  ]
}

/** The shop as it is when all of that has happened. */
function atNoon(): void {
  shopify.nodes.clear()
  shopify.put(
    ...productNodes(1, {
      title: 'Renamed',
      tags: ['blue', 'red'],
      variants: [{ id: 11, price: '9.00', stock: 4, cost: '3.00' }],
      collectionIds: [5],
      updatedAt: second(2),
    }),
    collectionNode(5, [1], { title: 'Everything', handle: 'all', ruleSet: { appliedDisjunctively: false }, updatedAt: second(5) }),
    customerNode(7, { tags: ['vip'], numberOfOrders: '1', amountSpent: { amount: '22.0', currencyCode: 'EUR' } }),
    orderNode(9, {
      customerId: 7,
      taxesIncluded: false,
      lines: [
        { id: 90, quantity: 1, current: 0, gone: true },
        { id: 91, price: '15.00', discount: '3.00' },
      ],
      currentTotalPriceSet: { shopMoney: { amount: '12.00', currencyCode: 'EUR' } },
      displayFinancialStatus: 'PARTIALLY_REFUNDED',
      cancelledAt: second(21),
      updatedAt: second(21),
      transactions: [
        transactionNode(900, { processedAt: '2026-11-01T10:00:01Z' }),
        transactionNode(901, { amountSet: { shopMoney: { amount: '12.00', currencyCode: 'EUR' } }, processedAt: '2026-11-01T10:00:01Z' }),
      ],
      refunds: [{ id: gidOf('Refund', 70), createdAt: '2026-11-02T10:00:00Z' }],
    }),
  )
}

const TABLES = [
  'product',
  'variant',
  'collection',
  'collection_product',
  'customer',
  'order',
  'order_line',
  'order_transaction',
  'refund',
  'refund_line',
  'checkout',
]
// When we read it is ours, not the shop's; what a row is stamped with only decides the next comparison.
const OURS = [
  'shop',
  'read_at',
  'stock_at',
  'item_at',
  'summary_at',
  'tags_at',
  'consent_at',
  'sms_consent_at',
  'tag_changes',
  'original_at',
]

/** Everything the mirror says of the shop. */
async function mirrorOf(shop: string, tables = TABLES): Promise<Record<string, unknown[]>> {
  const mirror: Record<string, unknown[]> = {}
  for (const table of tables) {
    const found = await rows<{ row: unknown }>(
      `SELECT to_jsonb(t) - $2::text[] AS row FROM "${table}" t WHERE shop = $1 ORDER BY 1::text`,
      [shop, OURS],
    )
    mirror[table] = found.map(({ row }) => JSON.stringify(row)).sort()
  }
  return mirror
}

async function play(messages: readonly Message[]): Promise<{ heard: unknown; settled: unknown }> {
  const shop = await newShop()
  for (const { topic, body, triggeredAt } of messages) await deliver(shop, topic, body, triggeredAt)
  const heard = await mirrorOf(shop, [
    'product',
    'collection',
    'order',
    'order_line',
    'order_transaction',
    'refund',
    'refund_line',
    'checkout',
  ])
  atNoon()
  await refreshCatalog({ shop })
  return { heard, settled: await mirrorOf(shop) }
}

test('any order of any duplicates leaves the same mirror, before and after the rest is read', { timeout: 120_000 }, async () => {
  const messages = morning()
  const inOrder = await play(messages)
  expect((inOrder.settled as Record<string, unknown[]>)['order']).toHaveLength(1)
  const disorder = fc
    .array(fc.constantFrom(...messages), { maxLength: 10 })
    .chain((again) => fc.shuffledSubarray([...messages, ...again], { minLength: messages.length + again.length }))
  await fc.assert(
    fc.asyncProperty(disorder, async (shuffled) => {
      expect(await play(shuffled)).toEqual(inOrder)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

test('tags come to the same in whatever order their changes arrive', () => {
  const tag = fc.constantFrom('a', 'b', 'c')
  const change = fc.record({
    tags: fc.uniqueArray(tag, { minLength: 1 }),
    on: fc.boolean(),
    at: fc.integer({ min: 0, max: 20 }).map(moment),
  })
  const base = { tags: ['a'], tagsAt: moment(4), tagChanges: {} }
  const cases = fc
    .array(change, { maxLength: 12 })
    .chain((changes) => fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 })))
  fc.assert(
    fc.property(cases, ([changes, shuffled]) => {
      expect(shuffled.reduce(changeTags, base)).toEqual(changes.reduce(changeTags, base))
    }),
  )
})
