import { afterEach, expect, test } from 'vitest'
import '#app/wiring.server.ts'
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
import { useDatabase } from '#test/platform/world.ts'
import { reviewFacts, SHOP } from './facts.ts'

await useDatabase('credit')
const { simulator, install } = await useSimulator('credit_shopify')
const { store, faults } = simulator
await install(SHOP)
const [ann] = await store.list(SHOP, 'customer', { limit: 1 })
const customerId = String(ann?.id)

afterEach(async () => {
  await faults.clear()
  for (const table of ['reward', 'reward_program']) await db.$executeRawUnsafe(`delete from ${table}`)
  for (const account of await store.list(SHOP, 'storeCredit', { limit: 100 })) await store.remove(SHOP, 'storeCredit', account.id)
})

const job = { shop: SHOP, rewardKey: 'form:1' }
const credits = async () => (await store.list(SHOP, 'storeCredit', { limit: 100 })).flatMap((account) => account.credits)
const read = () => db.reward.findUnique({ where: { shop_key: { shop: SHOP, key: 'form:1' } } })

async function earned() {
  const values = { text: { kind: 'store-credit' as const, amount: 500 }, photo: null, video: null }
  const program = await saveProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, budget: 600, values } })
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
    { code: null, value: '€5.00 of store credit', note: expect.stringContaining('in your account'), expiresAt: given?.expiresAt },
  ])
  // What was credited stays spent: nobody knows which order it pays.
  await db.reward.updateMany({ data: { expiresAt: new Date('2020-01-01') } })
  expect(await isBudgetSpent(SHOP, { ...program, terms: { ...program.terms, budget: 500 } })).toBe(true)
})

test.each(['before', 'after'])('when the answer is lost %s it was carried out, she is credited once', async (when) => {
  await earned()
  await faults.add({ where: 'admin-api', kind: 'reset', match: 'storeCreditAccountCredit', after: when === 'after' })
  await expect(creditReward(job)).rejects.toThrow()
  await creditReward(job)
  expect(await credits()).toHaveLength(1)
  expect(await read()).toMatchObject({ state: 'issued', creditId: expect.any(String) })
})

test('whom the shop does not know as a customer cannot be credited', async () => {
  const values = { text: { kind: 'store-credit' as const, amount: 500 }, photo: null, video: null }
  await saveProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, values } })
  expect(await earnReward(reviewFacts({ customerId: null, orderId: null }))).toMatchObject({ because: 'nobody-to-credit' })
})
