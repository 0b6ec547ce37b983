import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import '#app/wiring.server.ts'
import { planDiscount } from '#app/rewards/codes.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { DEFAULT_TERMS, type Terms } from '#app/rewards/program.ts'
import { saveProgram } from '#app/rewards/programs.server.ts'
import { readPromise } from '#app/rewards/promise.server.ts'
import { earnReward } from '#app/rewards/reward.server.ts'
import { settleReward } from '#app/rewards/settle.server.ts'
import { later, MINUTES } from '#app/values/time.ts'
import { useDatabase } from '#test/platform/world.ts'
import { providerFacts, reviewFacts, savedProgram, SHOP } from './facts.ts'

await useDatabase('earning')

// A code ends with a day of the shop's, and the pool is of one such day: in its last quarter of an hour what settles later needs the next.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-15T10:00:00Z') }))

afterEach(async () => {
  vi.useRealTimers()
  for (const table of ['reward', 'discount_code', 'code_discount', 'reward_program', 'redemption', 'shop', '"order"'])
    await db.$executeRawUnsafe(`delete from ${table}`)
})

async function programOf(terms: Partial<Terms> = {}, codes = 3) {
  await db.shop.create({ data: { shop: SHOP, currency: 'EUR', timeZone: 'Europe/Berlin' } })
  const program = await savedProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, ...terms } })
  for (const tier of (['text', 'photo'] as const).filter((one) => program.terms.values[one])) {
    const discountKey = await transact((tx) => planDiscount(tx, SHOP, program, tier, new Date()))
    const made = Array.from({ length: codes }, (_, index) => ({
      shop: SHOP,
      code: `${tier}-${index}`.toUpperCase(),
      discountKey,
      state: 'ready',
    }))
    await db.discountCode.createMany({ data: made })
  }
  return program
}
const given = () => db.discountCode.count({ where: { state: 'given' } })

test('a review of our own form has its code at once, and the same one however often it is told', async () => {
  await programOf()
  const first = await earnReward(reviewFacts({ photos: 1 }))
  expect(first).toMatchObject({ state: 'issued', tier: 'photo', code: 'PHOTO-0' })
  const again = await Promise.all(Array.from({ length: 5 }, () => earnReward(reviewFacts({ photos: 3, videos: 1 }))))
  expect(again.map((reward) => reward?.code)).toEqual(Array(5).fill('PHOTO-0'))
  expect(await given()).toBe(1)
})

test.each([
  ['a moment before', -1],
  ['as a clock says that was put back since', 10 * MINUTES],
])('what was sent in time, %s, still lifts the tier when it is worked off late', async (_, after) => {
  await programOf()
  const settling = await earnReward(providerFacts())
  vi.useFakeTimers({ toFake: ['Date'], now: later(settling!.settleAt, MINUTES) })
  const told = { shop: SHOP, source: settling!.source, topic: 'review', body: '{}', receivedAt: later(settling!.settleAt, after) }
  await db.delivery.create({ data: { ...told, id: 'late' } })
  const key = { shop: SHOP, rewardKey: settling!.key }
  await settleReward(key)
  const where = { shop_key: { shop: SHOP, key: settling!.key } }
  expect(await db.reward.findUnique({ where })).toMatchObject({ state: 'settling' })
  await earnReward(providerFacts({ photos: 1 }))
  await db.delivery.updateMany({ data: { state: 'done' } })
  await db.delivery.create({ data: { ...told, id: 'too-late', receivedAt: later(settling!.settleAt, 1) } })
  await settleReward(key)
  expect(await db.reward.findUnique({ where })).toMatchObject({ state: 'issued', tier: 'photo' })
  await db.delivery.deleteMany()
})

test('a late photo lifts the tier while it is settling, and never afterwards', async () => {
  await programOf()
  await earnReward(providerFacts())
  expect(await earnReward(providerFacts({ photos: 2 }))).toMatchObject({ state: 'settling', photos: 2, code: null })
  await earnReward(providerFacts({ photos: 0 }))
  await settleReward({ shop: SHOP, rewardKey: 'judgeme:1' })
  await settleReward({ shop: SHOP, rewardKey: 'judgeme:1' })
  expect(await earnReward(providerFacts({ videos: 1 }))).toMatchObject({ state: 'issued', tier: 'photo', code: 'PHOTO-0', videos: 0 })
  expect(await given()).toBe(1)
})

test('a second app that tells of the same review pays nothing, whatever it does not know', async () => {
  await programOf()
  await earnReward(reviewFacts())
  for (const told of [
    providerFacts({ sourceReviewId: '77' }),
    providerFacts({ sourceReviewId: '78', orderId: null }),
    providerFacts({ sourceReviewId: '79', customerId: null, email: ' Ann@Example.com ' }),
  ])
    expect(await earnReward(told)).toMatchObject({ state: 'refused', because: 'already-rewarded' })
  expect(await earnReward(reviewFacts({ sourceReviewId: '2', orderId: '5002' }))).toMatchObject({ state: 'issued' })
  expect(await earnReward(reviewFacts({ sourceReviewId: '3', productId: '101' }))).toMatchObject({ state: 'issued' })
})

test('an address is completed by the order that it bought with', async () => {
  await programOf()
  const order = {
    shop: SHOP,
    id: '5001',
    name: '#1',
    customerId: '9',
    email: 'Ann@Example.com',
    currency: 'EUR',
    presentmentCurrency: 'EUR',
  }
  await db.order.create({ data: { ...order, total: 5_000, originalTotal: 5_000, processedAt: new Date(), updatedAt: new Date() } })
  await earnReward(providerFacts({ customerId: null, orderId: null }))
  const told = await earnReward(providerFacts({ source: 'okendo', customerId: '9', email: null }))
  expect(told).toMatchObject({ state: 'refused', because: 'already-rewarded', email: 'ann@example.com' })
})

test('who buys later is verified later', async () => {
  await programOf()
  expect(await earnReward(providerFacts({ verified: false }))).toMatchObject({ because: 'not-verified' })
  expect(await earnReward(providerFacts({ verified: true }))).toMatchObject({ state: 'settling', because: null })
})

test('two at once do not both take the last place', async () => {
  await programOf({ caps: { ...DEFAULT_TERMS.caps, day: 2 } })
  const many = Array.from({ length: 6 }, (_, index) => reviewFacts({ sourceReviewId: String(index), productId: String(index) }))
  const rewards = await Promise.all(many.map((facts) => earnReward(facts)))
  expect(rewards.filter((reward) => reward?.state === 'issued')).toHaveLength(2)
  expect(rewards.filter((reward) => reward?.because === 'cap-day')).toHaveLength(4)
})

test('the budget stops by itself, and nothing is promised any more', async () => {
  await programOf({ budget: 1_200, values: { text: { kind: 'amount', amount: 500 }, photo: null, video: null } })
  expect(await readPromise(SHOP, 'en')).toMatchObject({ lines: ['€5.00 off for any honest review, positive or negative'] })
  const states = []
  for (let index = 0; index < 3; index++)
    states.push((await earnReward(reviewFacts({ sourceReviewId: String(index), productId: String(index) })))?.because)
  expect(states).toEqual([null, null, 'budget'])
  expect(await readPromise(SHOP, 'en')).toBeNull()
})

test('a budget that is raised goes on promising, and one that is lowered again does not', async () => {
  const amount = { text: { kind: 'amount' as const, amount: 500 }, photo: null, video: null }
  const { terms } = await programOf({ budget: 1_200, values: amount })
  for (const id of ['1', '2', '3']) await earnReward(reviewFacts({ sourceReviewId: id, productId: id }))
  expect(await readPromise(SHOP, 'en')).toBeNull()
  await saveProgram(SHOP, { active: true, terms: { ...terms, budget: 3_000 } })
  expect(await readPromise(SHOP, 'en')).toMatchObject({ lines: ['€5.00 off for any honest review, positive or negative'] })
  await saveProgram(SHOP, { active: true, terms: { ...terms, budget: 1_100 } })
  expect(await readPromise(SHOP, 'en')).toBeNull()
})

test('what was promised counts, whatever the merchant changes later', async () => {
  const before = await programOf()
  await saveProgram(SHOP, {
    active: false,
    terms: { ...DEFAULT_TERMS, values: { text: null, photo: null, video: { kind: 'percentage', percent: 5 } } },
  })
  expect(await earnReward(reviewFacts({ promised: before.version }))).toMatchObject({ state: 'issued', tier: 'text', programVersion: 1 })
  expect(await earnReward(reviewFacts({ sourceReviewId: '2', productId: '7' }))).toMatchObject({ because: 'paused' })
  expect((await readPromise(SHOP, 'de', 1))?.lines[0]?.replace('\u00a0', ' ')).toBe(
    '10 % Rabatt für jede ehrliche Bewertung, ob positiv oder negativ',
  )
})

test('a review from before the program is not paid, and a shop without one is not even noted', async () => {
  expect(await earnReward(reviewFacts())).toBeNull()
  await programOf()
  expect(await earnReward(reviewFacts({ submittedAt: new Date('2020-01-01') }))).toMatchObject({ because: 'older-than-program' })
})

test('who finds no code ready waits for one', async () => {
  await programOf({}, 0)
  expect(await earnReward(reviewFacts())).toMatchObject({ state: 'issuing', tier: 'text', code: null })
})
