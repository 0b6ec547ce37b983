import { expect, test } from 'vitest'
import { connect, db } from '#app/platform/db.server.ts'
import { topics } from '#app/wiring.server.ts'
import { delivered, orderPayload } from '../catalog/payloads.ts'
import { installed, rows, until, useDatabase } from '../platform/world.ts'

await useDatabase('forgetting')

const say = (shop: string, topic: string, body: object) => topics[topic]!(delivered(shop, topic, body))

const order = (shop: string) =>
  say(
    shop,
    'orders/create',
    orderPayload(9, { customer: { id: '7', first_name: 'Mia' }, contact_email: 'mia@example.com', phone: '+491', landing_site: '/sale' }),
  )
const checkout = (shop: string) =>
  say(shop, 'checkouts/create', { token: 'abc', customer: { id: '7' }, landing_site: '/sale', updated_at: '2026-11-01T10:00:00Z' })
const forget = (shop: string) => say(shop, 'customers/redact', { customer: { id: 7, email: 'mia@example.com' }, orders_to_redact: [] })

const waiting = async (): Promise<number> =>
  (await rows("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).length

/** The first is held in its middle, where it writes to a table; then the second comes, and goes as far as it can. */
async function during(table: string, first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<void> {
  const holder = await connect('a test that holds a table')
  await holder.query('begin')
  await holder.query(`lock table "${table}" in exclusive mode`)
  const begun = first()
  await until(async () => (await waiting()) === 1)
  let done = false
  const came = second().finally(() => (done = true))
  await until(async () => done || (await waiting()) === 2)
  await holder.query('commit')
  await holder.end()
  await Promise.all([begun, came])
}

const OF_NOBODY = { customerId: null, email: null, phone: null, firstName: null, country: null, locale: null, landingPage: null }

test('who asks to be forgotten while an order is being written is not in it', async () => {
  const { shop } = await installed('written-first.myshopify.com')
  await during(
    'order_line',
    () => order(shop),
    () => forget(shop),
  )
  expect(await db.order.findMany({ where: { shop } })).toMatchObject([{ total: 1_000n, ...OF_NOBODY }])
})

test.each([
  ['new', false],
  ['known', true],
])('nor is who is being forgotten when a %s order comes', async (how, isKnown) => {
  const { shop } = await installed(`forgotten-first-${how}.myshopify.com`)
  if (isKnown) await order(shop)
  await during(
    'customer',
    () => forget(shop),
    () => order(shop),
  )
  expect(await db.order.findMany({ where: { shop } })).toMatchObject([{ total: 1_000n, ...OF_NOBODY }])
})

test('no checkout names who is forgotten, though it came meanwhile or later', async () => {
  const { shop } = await installed('checkouts.myshopify.com')
  await during(
    'customer',
    () => forget(shop),
    () => checkout(shop),
  )
  expect(await db.checkout.findMany({ where: { shop } })).toEqual([])
  await checkout(shop)
  expect(await db.checkout.findMany({ where: { shop } })).toEqual([])
})
