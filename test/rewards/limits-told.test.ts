import { beforeEach, expect, test } from 'vitest'
import '#app/wiring.server.ts'
import { db } from '#app/platform/db.server.ts'
import { mailReward, remindRewards } from '#app/rewards/mail.server.ts'
import { tellReward } from '#app/rewards/now.server.ts'
import { readOwnCodes } from '#app/rewards/own-codes.server.ts'
import { DEFAULT_TERMS, type Terms } from '#app/rewards/program.ts'
import { saveProgram } from '#app/rewards/programs.server.ts'
import { readPromise } from '#app/rewards/promise.server.ts'
import { DAYS, later } from '#app/values/time.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { SHOP } from './facts.ts'

await useDatabase('limits_told')
const NOW = new Date()
const LIMITED: Terms = { ...DEFAULT_TERMS, buys: { kind: 'products', ids: ['1'] }, bound: true }
const LIMITS = ['Only for: Mug', 'Not for subscriptions', 'Only with your own customer account']

beforeEach(async () => {
  for (const table of ['message', 'reward', 'reward_program', 'shop', 'product', 'collection']) await rows(`delete from ${table}`)
  await db.shop.create({ data: { shop: SHOP, currency: 'EUR', timeZone: 'Europe/Berlin' } })
  const made = { shop: SHOP, updatedAt: NOW }
  await db.product.create({ data: { ...made, id: '1', title: 'Mug', handle: 'mug', status: 'active' } })
  await db.collection.create({ data: { ...made, id: '7', title: 'Summer', handle: 'summer', automatic: false } })
})

/** A code of thirty days that ends in three. */
const earned = (more: { customerId?: null } = {}) => {
  const expiresAt = later(NOW, 3 * DAYS)
  const issuedAt = later(expiresAt, -30 * DAYS)
  const dates = { settleAt: issuedAt, submittedAt: issuedAt, earnedAt: issuedAt, issuedAt, expiresAt }
  const about = {
    source: 'form',
    sourceReviewId: '1',
    productId: '1',
    programVersion: 1,
    tier: 'text',
    discountKey: '1/text',
    customerId: '9',
  }
  const shopper = { email: 'ann@example.com', language: 'en' }
  return db.reward.create({ data: { shop: SHOP, key: 'form:1', state: 'issued', code: 'THX-1', ...about, ...shopper, ...dates, ...more } })
}

test.each<[string, Partial<Terms>, string]>([
  ['products', { buys: { kind: 'products', ids: ['1'] } }, 'Only for: Mug'],
  ['collections', { buys: { kind: 'collections', ids: ['7'] } }, 'Only for products from: Summer'],
  ['products that are not known', { buys: { kind: 'products', ids: ['7'] } }, 'Only for selected products'],
])('what the code is good for is promised by name: %s', async (_, terms, told) => {
  await saveProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, ...terms } })
  expect((await readPromise(SHOP, 'en'))?.conditions).toContain(told)
})

test('the same limits come with the code: on the last page, in its mail, in the reminder and on the order’s page', async () => {
  await saveProgram(SHOP, { active: true, terms: LIMITED })
  const reward = await earned()
  expect(await tellReward(reward)).toMatchObject({ conditions: LIMITS })
  await mailReward(SHOP, reward.key)
  await remindRewards()
  const mails = await db.message.findMany({ orderBy: { kind: 'asc' } })
  expect(mails.map(({ kind, content }) => [kind, (content as { conditions: string[] }).conditions])).toEqual([
    ['reward', LIMITS],
    ['reward-reminder', LIMITS],
  ])
  expect(await readOwnCodes(SHOP, '9', 'en')).toMatchObject([{ notes: LIMITS }])
})

test('what was promised limits it, whatever the program says later', async () => {
  await saveProgram(SHOP, { active: true, terms: LIMITED })
  await saveProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, subscriptions: true } })
  expect((await readPromise(SHOP, 'en', 1))?.conditions).toEqual(expect.arrayContaining(LIMITS))
  expect((await readPromise(SHOP, 'en'))?.conditions).not.toEqual(expect.arrayContaining(LIMITS.slice(1, 2)))
  expect(await tellReward(await earned())).toMatchObject({ conditions: LIMITS })
})

test('a code that nobody in particular owns is not called anybody’s own', async () => {
  await saveProgram(SHOP, { active: true, terms: LIMITED })
  expect(await tellReward(await earned({ customerId: null }))).toMatchObject({ conditions: LIMITS.slice(0, 2) })
})
