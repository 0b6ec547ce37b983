import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { codeOwners } from '#app/wiring.server.ts'
import { discountKeyOf } from '#app/rewards/discount.ts'
import { mintCodes as mintWith } from '#app/platform/codes/mint.server.ts'
import { revokeReward } from '#app/rewards/list/list.server.ts'
import { repriceGifts } from '#app/rewards/reprice.server.ts'
import { withdrawCode } from '#app/rewards/codes.server.ts'
import { DEFAULT_TERMS, type Terms } from '#app/rewards/program.ts'
import { saveProgram } from '#app/rewards/programs.server.ts'
import { earnReward } from '#app/rewards/reward.server.ts'
import { db } from '#app/platform/db.server.ts'
import { later, MINUTES } from '#app/values/time.ts'
import { useSimulator } from '#test/catalog/simulated.ts'
import { until, useDatabase } from '#test/platform/world.ts'
import { reviewFacts, SHOP } from './facts.ts'

const mintCodes = mintWith(codeOwners)

await useDatabase('minting')
const { simulator, install } = await useSimulator('minting_shopify')
const { store, faults, settings } = simulator
settings.redeemCodesAfterMs = 0
await install(SHOP)

afterEach(async () => {
  await faults.clear()
  for (const table of ['reward', 'discount_code', 'code_discount', 'reward_program']) await db.$executeRawUnsafe(`delete from ${table}`)
  for (const discount of await discounts()) await store.remove(SHOP, 'discount', discount.id)
})

const discounts = async () => (await store.list(SHOP, 'discount', { limit: 100 })).filter(({ title }) => title.includes('Encore'))
const inShopify = async () => (await discounts()).flatMap(({ codes }) => codes.map(({ code }) => code)).sort()

/** Reviews that wait for their codes, and the discount that they wait for. */
async function waiting(count: number, terms: Partial<Terms> = {}): Promise<{ shop: string; discountKey: string }> {
  await saveProgram(SHOP, {
    active: true,
    terms: { ...DEFAULT_TERMS, caps: { shopper: null, product: null, order: null, day: null }, ...terms },
  })
  for (let index = 0; index < count; index++) await earnReward(reviewFacts({ sourceReviewId: String(index), productId: String(index) }))
  const [reward] = await db.reward.findMany({ where: { state: 'issuing' } })
  return { shop: SHOP, discountKey: reward?.discountKey ?? '' }
}

/** As the queue does it: again until it no longer fails and nobody waits. */
async function mintUntilDone(job: { shop: string; discountKey: string }): Promise<void> {
  await until(async () => {
    await mintCodes(job).catch(() => {})
    return (
      (await db.discountCode.count({ where: { state: { in: ['planned', 'adding'] } } })) === 0 &&
      (await db.reward.count({ where: { state: 'issuing' } })) === 0
    )
  }, 60_000)
}

async function expectSound(rewards: number): Promise<void> {
  const issued = await db.reward.findMany({ where: { state: 'issued' } })
  const codes = issued.map(({ code }) => code ?? '')
  expect(new Set(codes).size).toBe(rewards)
  const there = await inShopify()
  expect(codes.filter((code) => !there.includes(code))).toEqual([])
  // Nothing is in the shop that we do not know, and what we call ready is in the shop.
  const known = await db.discountCode.findMany({ where: { state: { in: ['ready', 'given'] } } })
  expect(there).toEqual(known.map(({ code }) => code).sort())
}

test('a code is good when she gets it, though our clock was ahead when it was made', async () => {
  const before = new Date()
  vi.useFakeTimers({ toFake: ['Date'], now: later(before, 10 * MINUTES) })
  onTestFinished(() => void vi.useRealTimers())
  await mintCodes(await waiting(1))
  const [made] = await discounts()
  expect(Date.parse(made?.startsAt ?? '')).toBeLessThan(before.getTime())
})

test('one discount holds many codes, each for one use, and a few more are kept ready', async () => {
  const job = await waiting(20)
  await mintCodes(job)
  await expectSound(20)
  const [made, ...more] = await discounts()
  expect(more).toEqual([])
  expect(made).toMatchObject({
    usageLimit: 1,
    value: { percentage: 0.1 },
    combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true },
  })
  expect(await db.discountCode.count({ where: { state: 'ready' } })).toBeGreaterThan(0)
  expect(await earnReward(reviewFacts({ sourceReviewId: 'next', productId: 'next' }))).toMatchObject({ state: 'issued' })
})

test.each<[string, Partial<Terms>, object]>([
  [
    'an amount',
    { values: { text: { kind: 'amount', amount: 550 }, photo: null, video: null } },
    { value: { amount: '5.50', each: false } },
  ],
  [
    'free shipping',
    { values: { text: { kind: 'free-shipping', worth: 490 }, photo: null, video: null } },
    { kind: 'free_shipping', value: null },
  ],
  [
    'a gift',
    { values: { text: { kind: 'gift', variantId: '77', title: 'Mug', worth: 1_200 }, photo: null, video: null } },
    { value: { amount: '12.00', each: false }, items: { productIds: [], variantIds: [77] } },
  ],
  ['a minimum', { minimumOrder: 3_000 }, { minimum: { subtotal: '30.00' } }],
  ['certain products', { buys: { kind: 'products', ids: ['7'] } }, { items: { productIds: [7], variantIds: [] } }],
  ['subscriptions too', { subscriptions: true }, { subscriptions: true }],
])('%s becomes the discount that says so', async (_, terms, expected) => {
  await mintCodes(await waiting(1, terms))
  expect(await discounts()).toMatchObject([expected])
})

test.each([
  ['discountCodeBasicCreate', 'before'],
  ['discountCodeBasicCreate', 'after'],
  ['discountRedeemCodeBulkAdd', 'before'],
  ['discountRedeemCodeBulkAdd', 'after'],
  ['discountRedeemCodeBulkCreation(', 'after'],
])('when the answer to %s is lost %s it was carried out, no code is lost or doubled', async (call, when) => {
  await faults.add({ where: 'admin-api', kind: 'reset', match: call, after: when === 'after' })
  await mintUntilDone(await waiting(12))
  await expectSound(12)
  expect(await discounts()).toHaveLength(1)
})

test('what only its shopper may use is a discount of her own, made when it is earned', async () => {
  const job = await waiting(2, { bound: true })
  const keys = (await db.reward.findMany({ where: { state: 'issuing' } })).map(({ discountKey }) => discountKey ?? '')
  expect(new Set(keys).size).toBe(2)
  for (const discountKey of keys) await mintCodes({ ...job, discountKey })
  await expectSound(2)
  const made = await discounts()
  expect(made.map(({ codes, customerIds }) => [codes.length, customerIds])).toEqual([
    [1, [9]],
    [1, [9]],
  ])
})

test.each([false, true])('a revoked code stops working (its own discount: %s), and only that one', async (bound) => {
  const job = await waiting(2, { bound })
  for (const { discountKey } of await db.reward.findMany()) await mintCodes({ ...job, discountKey: discountKey ?? '' })
  const [going, staying] = await db.reward.findMany({ orderBy: { key: 'asc' } })
  await revokeReward(SHOP, going?.key ?? '', 'two accounts, one person')
  await withdrawCode({ shop: SHOP, rewardKey: going?.key ?? '' })
  await withdrawCode({ shop: SHOP, rewardKey: going?.key ?? '' })
  const works = (await discounts()).filter(({ endsAt }) => Date.parse(endsAt ?? '') > Date.now() + 1_000).flatMap(({ codes }) => codes)
  const codes = works.map(({ code }) => code)
  expect([codes.includes(going?.code ?? ''), codes.includes(staying?.code ?? '')]).toEqual([false, true])
  expect(await db.reward.findMany({ where: { state: 'revoked' } })).toMatchObject([{ because: 'fraud: two accounts, one person' }])
})

test('a gift stays free when its price changes', async () => {
  const values = { text: { kind: 'gift' as const, variantId: '77', title: 'Mug', worth: 900 }, photo: null, video: null }
  const at = { shop: SHOP, updatedAt: new Date() }
  await db.product.create({ data: { ...at, id: '7', title: 'Mug', handle: 'mug', status: 'active' } })
  await db.variant.create({ data: { ...at, id: '77', productId: '7', title: '', price: 1_250, inventoryItemId: '1' } })
  await mintCodes(await waiting(1, { values }))
  expect(await discounts()).toMatchObject([{ value: { amount: '12.50', each: false } }])
  await db.variant.updateMany({ where: { shop: SHOP, id: '77' }, data: { price: 1_400 } })
  await repriceGifts(SHOP)
  expect(await discounts()).toMatchObject([{ value: { amount: '14.00', each: false }, items: { variantIds: [77] } }])
})

test('a code that the merchant has by chance is replaced', async () => {
  const job = await waiting(3)
  await mintCodes(job).catch(() => {})
  await db.discountCode.create({ data: { shop: SHOP, code: 'WELCOME', discountKey: job.discountKey, state: 'planned' } })
  const [discount] = await discounts()
  if (!discount) throw new Error('No discount was made')
  const theirs = { ...discount, id: 1, title: 'Newsletter', codes: [{ id: 1, code: 'Welcome', used: 0 }] }
  await store.put(SHOP, 'discount', theirs)
  await mintCodes(job)
  expect(await db.discountCode.findMany({ where: { code: 'WELCOME' } })).toMatchObject([{ state: 'failed' }])
  await store.remove(SHOP, 'discount', 1)
  await expectSound(3)
})

test('several workers at once make one discount', async () => {
  const job = await waiting(30)
  await Promise.all(Array.from({ length: 4 }, () => mintCodes(job)))
  await mintUntilDone(job)
  await expectSound(30)
  expect(await discounts()).toHaveLength(1)
  expect(job.discountKey).toContain(discountKeyOf(1, 'text', ''))
})
