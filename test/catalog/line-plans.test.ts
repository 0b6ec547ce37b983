import { expect, onTestFinished, test } from 'vitest'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { db } from '#app/platform/db.server.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { orderNode, transactionNode } from './nodes.ts'
import { deliver, linePayload, orderPayload, transactionPayload } from './payloads.ts'
import { at, events } from './reading.ts'
import { newShop, useSmallShopify } from './small-shopify.ts'

await useDatabase('line_plans')
const shopify = useSmallShopify()

test('which lines were sold by a plan no webhook tells: it is read with the payments, before or after the lines come', async () => {
  const shop = await newShop()
  const lines = Array.from({ length: 21 }, (_, index) => ({ id: 90 + index, ...(index === 20 ? { plan: 7 } : {}) }))
  shopify.put(orderNode(9, { lines, transactions: [transactionNode(900)] }))
  const plans = async () => (await db.orderLine.findMany({ where: { shop }, orderBy: { id: 'asc' } })).map(({ id, byPlan }) => [id, byPlan])
  const told = (...ids: number[]) => orderPayload(9, { line_items: ids.map((id) => linePayload(id)) })
  await deliver(shop, 'orders/create', told(90, 110))
  expect(await plans()).toEqual([['110', null], ['90', null]]) // prettier-ignore
  await deliver(shop, 'order_transactions/create', transactionPayload(900, 9))
  await refreshCatalog({ shop })
  expect(await plans()).toEqual([['110', true], ['90', false]]) // prettier-ignore
  await rows(`delete from graphile_worker._private_jobs where key like 'announce-event%'`)
  await deliver(shop, 'orders/updated', { ...told(90, 110), updated_at: at(1) }, at(1))
  expect([await plans(), await db.stale.count({ where: { shop } }), await events(shop)]).toEqual([[['110', true], ['90', false]], 0, []]) // prettier-ignore
  await deliver(shop, 'orders/updated', { ...told(90, 91, 110), updated_at: at(2) }, at(2))
  await refreshCatalog({ shop })
  expect(await plans()).toContainEqual(['91', false])
})

test('lines that come while Shopify answers are asked of next, and one that it does not tell of is not asked of again', async () => {
  const shop = await newShop()
  shopify.put(orderNode(9, { lines: [{ id: 90 }], transactions: [transactionNode(900)] }))
  await deliver(shop, 'order_transactions/create', transactionPayload(900, 9))
  const answer = shopify.fetch.bind(shopify)
  onTestFinished(() => void (shopify.fetch = answer))
  let asked = 0
  shopify.fetch = async (...args) => {
    const answered = await answer(...args)
    if (shopify.asked.at(-1) === 'ReadPayments' && (asked += 1) === 1) await deliver(shop, 'orders/create', orderPayload(9, { line_items: [linePayload(90), linePayload(91)] })) // prettier-ignore
    return answered
  }
  await refreshCatalog({ shop })
  expect(asked).toBe(2)
  const lines = await db.orderLine.findMany({ where: { shop }, orderBy: { id: 'asc' } })
  expect(lines).toMatchObject([{ id: '90', byPlan: false }, { id: '91', byPlan: null }]) // prettier-ignore
})

test('an order of more lines than Shopify takes ids is read in parts', async () => {
  const shop = await newShop()
  const ids = Array.from({ length: 260 }, (_, index) => 1_000 + index)
  shopify.put(orderNode(9, { lines: ids.map((id) => ({ id })), transactions: [transactionNode(900)] }))
  await deliver(shop, 'orders/create', orderPayload(9, { line_items: ids.map((id) => linePayload(id)) }))
  await deliver(shop, 'order_transactions/create', transactionPayload(900, 9))
  await refreshCatalog({ shop })
  expect(await db.orderLine.count({ where: { shop, byPlan: false } })).toBe(260)
})
