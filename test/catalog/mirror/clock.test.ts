import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { markStale } from '#app/catalog/mirror/stale.server.ts'
import type { StaleKind } from '#app/catalog/mirror/stale.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { latest } from '#app/platform/shopify/time.ts'
import { later, MINUTES, SECONDS } from '#app/values/time.ts'
import { useDatabase } from '#test/platform/world.ts'
import { collectionNode, customerNode, gidOf, orderNode, productNodes, returnNode } from '../nodes.ts'
import { deliver, productPayload } from '../payloads.ts'
import { customer, variant } from '../reading.ts'
import { connection, installedShop, useSmallShopify } from '../small-shopify.ts'

await useDatabase('mirror_clock')
const shopify = useSmallShopify()
afterEach(() => void vi.useRealTimers())

/** From now on every clock of the machine that can be put back says another time; those that only move forward go on. */
const putClock = (by: number) => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by })

const read = async (shop: string, kind: StaleKind, id: string) => {
  await transact((tx) => markStale(tx, shop, kind, [id]))
  await refreshCatalog({ shop })
}

const TWO_O_CLOCK = new Date('2026-11-01T14:00:00Z')
test.each([
  ['nothing heard yet', undefined, 0, '14:00:00'],
  ['the clocks agree', { time: TWO_O_CLOCK.getTime(), at: 1_000 }, 1_000, '14:00:00'],
  ['ours is ahead', { time: TWO_O_CLOCK.getTime() - 3 * MINUTES, at: 1_000 }, 1_000, '14:00:00'],
  ['ours was put back', { time: TWO_O_CLOCK.getTime() + 3 * MINUTES, at: 1_000 }, 1_000, '14:03:00'],
  ['ours was put back, and an hour went by since', { time: TWO_O_CLOCK.getTime(), at: 1_000 }, 3_601_000, '15:00:00'],
])('the time by which readings are stamped: %s', (_, heard, at, told) => {
  expect(latest(TWO_O_CLOCK, heard, at).toISOString()).toContain(told)
})

const stock = async (shop: string) => (await variant(shop))?.stock
const holds = async (shop: string) => (await db.collectionProduct.findMany({ where: { shop } })).map(({ collectionId }) => collectionId)
const orders = async (shop: string) => (await customer(shop))?.orderCount
const back = async (shop: string) => (await db.returnLine.findMany({ where: { shop } })).map(({ status }) => status)
const withReturn = (status: string) => {
  const one = returnNode(5, status, [[90, 1]])
  return [one, orderNode(9, { lines: [{ id: 90 }], returnStatus: 'IN_PROGRESS', returns: connection([one]) })]
}
test.each<
  [StaleKind, string, ReturnType<typeof productNodes>, ReturnType<typeof productNodes>, (shop: string) => Promise<unknown>, unknown]
>([
  ['item', '10', productNodes(1), productNodes(1, { variants: [{ id: 10, stock: 0 }] }), stock, 0],
  ['membership', '1', productNodes(1, { collectionIds: [5] }), productNodes(1, { collectionIds: [6] }), holds, ['6']],
  ['customer', '7', [customerNode(7)], [customerNode(7, { numberOfOrders: '2' })], orders, 2],
  ['return', '9', withReturn('REQUESTED'), withReturn('OPEN'), back, ['open']],
])(
  '%s: what is read after the clock was put back counts, and what was read before does not',
  async (kind, id, before, after, told, expected) => {
    const shop = await installedShop(`${kind}.myshopify.com`)
    shopify.put(collectionNode(5, [1]), collectionNode(6, [1]), ...before)
    await read(shop, kind === 'return' ? 'order' : 'product', kind === 'return' ? '9' : '1')
    await read(shop, kind, id)
    putClock(-5 * MINUTES)
    shopify.put(...after)
    await read(shop, kind, id)
    expect(await told(shop)).toEqual(expected)
  },
)

test('our clock is behind Shopify’s: what is read is no older than the webhook that told of it', async () => {
  const shop = await installedShop('behind.myshopify.com')
  const atShopify = new Date()
  const answer = shopify.fetch.bind(shopify)
  onTestFinished(() => void (shopify.fetch = answer))
  shopify.fetch = async (...asked) => {
    const answered = await answer(...asked)
    answered.headers.set('date', atShopify.toUTCString())
    return answered
  }
  putClock(-5 * MINUTES)
  shopify.put(...productNodes(1, { variants: [{ id: 10, stock: 0 }] }), customerNode(7))
  await read(shop, 'customer', '7')
  await deliver(shop, 'products/create', productPayload(1), later(atShopify, -SECONDS).toISOString())
  await refreshCatalog({ shop })
  expect(await stock(shop)).toBe(0)
})

test('she unsubscribes after the clock was put back: of her, Shopify is asked again', async () => {
  const shop = await installedShop('consent.myshopify.com')
  putClock(5 * MINUTES)
  shopify.put(customerNode(7))
  await read(shop, 'customer', '7')
  putClock(-5 * MINUTES)
  shopify.put(customerNode(7, { defaultEmailAddress: { marketingState: 'UNSUBSCRIBED' } }))
  const consent = { state: 'unsubscribed', consent_updated_at: new Date().toISOString() }
  await deliver(shop, 'customers_email_marketing_consent/update', { customer_id: '7', email_marketing_consent: consent })
  await refreshCatalog({ shop })
  expect(await customer(shop)).toMatchObject({ consent: 'unsubscribed', id: gidOf('Customer', 7).split('/').at(-1) })
})
