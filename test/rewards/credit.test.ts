import { afterEach, expect, test } from 'vitest'
import '#app/wiring.server.ts'
import { traceCredit } from '#app/rewards/ledger.server.ts'
import { readShoppersRewards } from '#app/rewards/list/shopper.server.ts'
import { listRewards, readTotals } from '#app/rewards/list/list.server.ts'
import { redeemOrder } from '#app/rewards/redemption.server.ts'
import { openCheckout } from '#test/simulator/checkout/desk.ts'
import { pay } from '#test/simulator/checkout/pay.ts'
import type { SimOrder } from '#test/simulator/model.ts'
import { refundOrder } from '#test/simulator/shop/orders-refund.ts'
import { creditReward } from '#app/rewards/credit.server.ts'
import { CREDIT_SCOPES } from '#app/rewards/credit.ts'
import { DEFAULT_TERMS } from '#app/rewards/program.ts'
import { saveProgram } from '#app/rewards/programs.server.ts'
import { readOwnCodes } from '#app/rewards/own-codes.server.ts'
import { isBudgetSpent } from '#app/rewards/promise.server.ts'
import { earnReward } from '#app/rewards/reward.server.ts'
import { db } from '#app/platform/db.server.ts'
import { grantOptional } from '#test/simulator/tokens/scopes.ts'
import { useSimulator } from '#test/catalog/simulated.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { reviewFacts, savedProgram, SHOP } from './facts.ts'

await useDatabase('credit')
const { simulator, install } = await useSimulator('credit_shopify')
const { store, faults } = simulator
await install(SHOP)
const [ann] = await store.list(SHOP, 'customer', { limit: 1 })
const customerId = String(ann?.id)

afterEach(async () => {
  await faults.clear()
  for (const table of ['reward', 'reward_program', 'redemption', 'credit_use', '"order"', 'order_line', 'order_transaction'])
    await db.$executeRawUnsafe(`delete from ${table}`)
  for (const account of await store.list(SHOP, 'storeCredit', { limit: 100 })) await store.remove(SHOP, 'storeCredit', account.id)
})

const job = { shop: SHOP, rewardKey: 'form:1' }
const credits = async () => (await store.list(SHOP, 'storeCredit', { limit: 100 })).flatMap((account) => account.credits)
const read = () => db.reward.findUnique({ where: { shop_key: { shop: SHOP, key: 'form:1' } } })

async function earned() {
  const values = { text: { kind: 'store-credit' as const, amount: 500 }, photo: null, video: null }
  const program = await savedProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, budget: 600, values } })
  expect(await earnReward(reviewFacts({ customerId }))).toMatchObject({ state: 'issuing', code: null, cost: 500n })
  return program
}

test('without the merchant’s consent nothing is credited, and the reason is kept', async () => {
  await earned()
  await expect(creditReward(job)).rejects.toThrow('Access denied')
  expect(await credits()).toEqual([])
  expect(await read()).toMatchObject({ state: 'issuing', creditTried: false, waits: expect.stringContaining('Access denied') })
})

test('with it her account is credited once, until the end of the last day', async () => {
  await grantOptional(simulator, (await store.shop(SHOP))!, CREDIT_SCOPES)
  const program = await earned()
  await creditReward(job)
  await creditReward(job)
  const given = await read()
  expect(given).toMatchObject({ state: 'issued', code: null, waits: null, creditId: expect.stringContaining('CreditTransaction') })
  expect(await credits()).toMatchObject([{ amount: '5.00', expiresAt: given?.expiresAt?.toISOString() }])
  expect(await readOwnCodes(SHOP, customerId, 'en')).toMatchObject([
    { code: null, value: '€5.00 of store credit', notes: [expect.stringContaining('in your account')], expiresAt: given?.expiresAt },
  ])
  const withBudget = { ...program, terms: { ...program.terms, budget: 500 } }
  const onHerPage = { code: null, credit: '€5.00 of store credit', redeemed: false, expiresAt: given?.expiresAt }
  expect(await readShoppersRewards(SHOP, customerId)).toMatchObject([onHerPage])
  expect(await isBudgetSpent(SHOP, withBudget)).toBe(true)
  // What nobody has spent when it ends has cost nothing.
  await db.reward.updateMany({ data: { expiresAt: new Date('2020-01-01') } })
  expect(await isBudgetSpent(SHOP, withBudget)).toBe(false)
})

test.each(['before', 'after'])('when the answer is lost %s it was carried out, she is credited once', async (when) => {
  await earned()
  await faults.add({ where: 'admin-api', kind: 'reset', match: 'storeCreditAccountCredit', after: when === 'after' })
  await expect(creditReward(job)).rejects.toThrow()
  await creditReward(job)
  expect(await credits()).toHaveLength(1)
  expect(await read()).toMatchObject({ state: 'issued', creditId: expect.any(String) })
})

/** A purchase at the simulated checkout, of what costs enough that credit is not all; our mirror knows it as its webhooks would have told. */
async function ordered() {
  const shop = (await store.shop(SHOP))!
  const products = await store.list(SHOP, 'product', { limit: 100 })
  const dear = products.flatMap(({ variants }) => variants).find((one) => one.inventoryQuantity > 0 && Number(one.price) > 20)
  const given = { customerId: Number(customerId), email: ann?.email ?? null, address: ann?.address ?? null, usesStoreCredit: true }
  const checkout = await openCheckout(simulator, shop, [{ variantId: dear?.id ?? 0, quantity: 1 }], given)
  const paid = await pay(simulator, shop, checkout)
  if ('problem' in paid) throw new Error(paid.problem)
  await mirror(paid.order)
  return { shop, order: paid.order }
}

async function mirror({ id, name, createdAt }: SimOrder) {
  const processedAt = new Date(createdAt)
  const [about, price] = [{ shop: SHOP, orderId: String(id), id: '1' }, 10_000n]
  const money = { currency: 'EUR', presentmentCurrency: 'EUR', total: price, originalTotal: price }
  await db.order.create({ data: { shop: SHOP, id: String(id), name, customerId, ...money, processedAt, updatedAt: processedAt } })
  await db.orderLine.create({ data: { ...about, title: 'Phone', quantity: 1, currentQuantity: 1, unitPrice: price } })
  await db.orderTransaction.create({ data: { ...about, kind: 'sale', status: 'success', gateway: 'manual', amount: price, processedAt } })
}

test('an order that she pays with it is the reward’s, with what it cost and earned; what is refunded is hers again', async () => {
  await earned()
  await creditReward(job)
  const { shop, order } = await ordered()
  expect(order.transactions.map(({ gateway }) => gateway)).toEqual(['shopify_store_credit', 'shopify_payments'])
  await redeemOrder(SHOP, String(order.id))
  expect(await rows(`select task_identifier from graphile_worker.jobs where task_identifier = 'trace-credit'`)).toHaveLength(1)
  await traceCredit({ shop: SHOP, customerId })
  const used = { rewardKey: 'form:1', orderId: String(order.id), discount: 500n, revenue: 9_500n }
  expect(await db.redemption.findMany()).toMatchObject([used])
  expect(await read()).toMatchObject({ creditLeft: 0n })
  expect(await listRewards(SHOP, { shown: 'redeemed', page: 1, search: '' })).toMatchObject({
    rows: [{ orders: [{ id: String(order.id), name: order.name }], discount: 500, revenue: 9_500 }],
  })
  expect(await readTotals(SHOP)).toMatchObject({ redeemed: 1, discounts: 500, revenue: 9_500 })
  expect(await readOwnCodes(SHOP, customerId, 'en')).toEqual([])
  // What is counted beside it here is another order that the same credit has paid a part of.
  await mirror({ ...order, id: 77, name: '#77' })
  await db.redemption.create({
    data: { ...used, shop: SHOP, orderId: '77', discount: 100n, revenue: 900n, at: new Date(Date.now() + 1_000) },
  })
  expect((await listRewards(SHOP, { shown: 'redeemed', page: 1, search: '' })).rows).toMatchObject([
    { orders: [{ name: order.name }, { id: '77', name: '#77' }], discount: 600, revenue: 10_400 },
  ])
  await db.redemption.deleteMany({ where: { orderId: '77' } })
  const [line] = order.lines
  await refundOrder(simulator, shop, order.id, {
    lines: [{ lineId: line?.id ?? 0, quantity: 1 }],
    shipping: true,
    restock: false,
    note: '',
  })
  await traceCredit({ shop: SHOP, customerId })
  expect(await db.redemption.findMany()).toEqual([])
  expect(await read()).toMatchObject({ creditLeft: 500n })
})

test('an account of many entries is gone through in several goes, and a restart between them loses nothing', async () => {
  await earned()
  await creditReward(job)
  const { order } = await ordered()
  const [account] = await store.list(SHOP, 'storeCredit', { limit: 100 })
  const before = Array.from({ length: 510 }, (_, n) => ({
    id: 900_000 + n,
    amount: '1.00',
    expiresAt: null,
    createdAt: new Date(Date.UTC(2020, 0, 1)).toISOString(),
  }))
  await store.put(SHOP, 'storeCredit', { ...account!, credits: [...before, ...account!.credits] })
  await traceCredit({ shop: SHOP, customerId })
  expect([await db.ledgerPage.count(), await db.redemption.count()]).toEqual([1, 0])
  expect(await rows(`select task_identifier from graphile_worker.jobs where task_identifier = 'trace-credit'`)).toHaveLength(1)
  await traceCredit({ shop: SHOP, customerId })
  expect(await db.redemption.findMany()).toMatchObject([{ rewardKey: 'form:1', orderId: String(order.id), discount: 500n }])
  expect([await db.ledgerPage.count(), (await read())?.creditLeft]).toEqual([0, 0n])
})

test('whom the shop does not know as a customer cannot be credited', async () => {
  const values = { text: { kind: 'store-credit' as const, amount: 500 }, photo: null, video: null }
  await saveProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, values } })
  expect(await earnReward(reviewFacts({ customerId: null, orderId: null }))).toMatchObject({ because: 'nobody-to-credit' })
})
