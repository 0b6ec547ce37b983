import { expect, test } from 'vitest'
import { catalogRecords } from '#app/catalog/personal.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { useDatabase } from '#test/platform/world.ts'
import { deliver, orderPayload } from './payloads.ts'
import { installedShop } from './small-shopify.ts'

await useDatabase('catalog_privacy')

const person = (shop: string) => ({ shop, customerId: '7', email: null, orderIds: ['9'] })

async function shopWithShopper(name: string): Promise<string> {
  const shop = await installedShop(`${name}.myshopify.com`)
  await db.customer.create({ data: { shop, id: '7', tags: ['vip'], locale: 'de', updatedAt: new Date() } })
  await deliver(shop, 'orders/create', orderPayload(9))
  await deliver(shop, 'orders/create', orderPayload(10, { customer: { id: '8' } }))
  await deliver(shop, 'checkouts/create', { token: 'abc', customer: { id: '7' }, updated_at: '2026-11-01T10:00:00Z' })
  return shop
}

test('a shopper hears everything that is held about her, and nothing about others', async () => {
  const shop = await shopWithShopper('telling')
  expect(await transact((tx) => catalogRecords.collect(tx, person(shop)))).toMatchObject({
    customer: [{ id: '7', tags: ['vip'], locale: 'de' }],
    orders: [{ id: '9', total: 1000, lines: [{ title: 'Line 90', quantity: 1, unit_price: 1000 }] }],
    checkouts: [{ token: 'abc' }],
  })
})

test('forgetting a shopper leaves her orders as numbers, and another shop as it was', async () => {
  const [shop, other] = [await shopWithShopper('forgetting'), await shopWithShopper('other')]
  expect(await transact((tx) => catalogRecords.redact(tx, person(shop)))).toBe(3)
  expect(await db.order.count({ where: { shop, customerId: '7' } })).toBe(0)
  expect(await db.checkout.count({ where: { shop } })).toBe(0)
  expect(await db.order.findFirst({ where: { shop, id: '9' } })).toMatchObject({
    total: 1000n,
    customerId: null,
    locale: null,
    country: null,
  })
  expect(await db.order.findFirst({ where: { shop, id: '10' } })).toMatchObject({ customerId: '8' })
  expect(await db.customer.findFirst({ where: { shop: other } })).toMatchObject({ tags: ['vip'], deletedAt: null })
})

test.each(['known', 'unknown'])('a late webhook does not bring a forgotten shopper back, %s to us before or not', async (how) => {
  const shop = how === 'known' ? await shopWithShopper('late') : await installedShop('late-unknown.myshopify.com')
  await transact((tx) => catalogRecords.redact(tx, person(shop)))
  await deliver(shop, 'customer.tags_added', {
    customerId: 'gid://shopify/Customer/7',
    tags: ['gold'],
    occurredAt: new Date().toISOString(),
  })
  expect(await db.customer.findMany({ where: { shop } })).toMatchObject([
    { tags: [], tagChanges: {}, orderCount: 0, locale: null, deletedAt: expect.any(Date) },
  ])
})

test.each([
  ['a later one', 9],
  ['the first one', 11],
])('nor does an order of hers, of which %s comes late', async (_, id) => {
  const shop = await shopWithShopper(`late-order-${id}`)
  await transact((tx) => catalogRecords.redact(tx, person(shop)))
  const hers = { customer: { id: '7', first_name: 'Mia' }, contact_email: 'mia@example.com', phone: '+491', landing_site: '/sale' }
  await deliver(shop, 'orders/updated', orderPayload(id, { ...hers, financial_status: 'refunded', updated_at: '2026-11-03T10:00:00Z' }))
  expect(await db.order.findFirst({ where: { shop, id: `${id}` } })).toMatchObject({
    financialStatus: 'refunded',
    customerId: null,
    email: null,
    phone: null,
    firstName: null,
    country: null,
    locale: null,
    landingPage: null,
  })
})
