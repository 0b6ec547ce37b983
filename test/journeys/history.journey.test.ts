import { expect, test } from 'vitest'
import { embedded } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { importHistory } from '../simulator/import/import.ts'
import type { Row } from '../simulator/import/rows.ts'
import { openStore } from '../simulator/store.ts'
import { buy, createOffer, findOrder, installEncore, offerOf, openEncore, query, settled } from './people.ts'

const world = scene('history')
const BALL = ['85048', 'GLASS BALL LIGHTS'] as const
const HEART = ['22087', 'WOODEN HEART'] as const

const line = (invoice: string, [code, description]: readonly [string, string], over: Partial<Row> = {}): Row => ({
  invoice,
  code,
  description,
  quantity: 2,
  at: '2010-11-03 07:45:00',
  price: 6.95,
  customer: '13085',
  country: 'United Kingdom',
  ...over,
})

test('a shop filled from a real history sells, offers and counts like any other', async () => {
  const store = await openStore(world.stack.databases.simulator)
  const rows = [
    line('489434', BALL),
    line('489434', HEART, { price: 2.1 }),
    line('489440', BALL, { at: '2010-11-20 10:00:00', customer: '13078' }),
    line('C489450', BALL, { at: '2010-11-21 10:00:00', customer: '13078', quantity: -1 }),
  ]
  expect(await importHistory(store, rows, { now: Date.now(), port: Number(new URL(world.stack.simulatorUrl).port) })).toMatchObject({
    products: 2,
    orders: 2,
    refunds: 1,
  })
  await store.close()
  const merchant = await world.person()
  await installEncore(world.stack, merchant.page, 'history')
  const [mirrored] = await query<{ n: number }>(
    world.stack.databases.app,
    `select count(*)::int as n from "order" where shop like 'history.%'`,
  )
  expect(mirrored?.n).toBe(2)

  const [bought, offered] = await titles()
  await createOffer(
    world.stack,
    'history',
    await offerOf(world.stack, 'history', { title: 'Heart', bought, steps: [{ id: 'heart', product: offered, percent: 20 }] }),
  )
  await settled(world.stack)
  const shopper = await world.person()
  const token = await buy(world.stack, shopper.page, { shop: 'history', product: bought })
  await shopper.page.getByRole('button', { name: /^Pay now · £/ }).click()
  await shopper.page.waitForURL(/thank_you/)
  expect((await findOrder(world.stack, 'history', token)).lines.map(({ title }) => title)).toEqual([bought, offered])
  shopper.mustBeQuiet()

  await settled(world.stack)
  await openEncore(world.stack, merchant.page, { shop: 'history' })
  const home = embedded(merchant.page)
  await home.getByText('£1.').first().waitFor()
  merchant.mustBeQuiet()
})

/** The importer says what a stock code is called; the ball first. */
async function titles(): Promise<[string, string]> {
  const products = await query<{ title: string }>(
    world.stack.databases.app,
    `select title from product where shop like 'history.%' order by title`,
  )
  const [ball, heart] = products.map(({ title }) => title)
  if (!ball || !heart) throw new Error('The import made no two products')
  return [ball, heart]
}
