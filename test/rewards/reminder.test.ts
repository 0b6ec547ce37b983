import { beforeEach, expect, test } from 'vitest'
import '#app/wiring.server.ts'
import { db } from '#app/platform/db.server.ts'
import { remindRewards, rewardMails } from '#app/rewards/mail.server.ts'
import { readOwnCodes } from '#app/rewards/own-codes.server.ts'
import { DEFAULT_TERMS } from '#app/rewards/program.ts'
import { saveProgram } from '#app/rewards/programs.server.ts'
import { DAYS, later } from '#app/values/time.ts'
import { rows, useDatabase } from '#test/platform/world.ts'
import { SHOP } from './facts.ts'

await useDatabase('reminder')
const NOW = new Date()

beforeEach(async () => {
  for (const table of ['message', 'redemption', 'reward', 'reward_program', 'shop', '"order"']) await rows(`delete from ${table}`)
  await db.shop.create({ data: { shop: SHOP, currency: 'EUR', timeZone: 'Europe/Berlin' } })
  await saveProgram(SHOP, { active: true, terms: DEFAULT_TERMS })
})

/** A code of thirty days that ends in three, unless the test says otherwise. */
const earned = (key: string, { endsIn = 3, lasts = 30 }: { endsIn?: number; lasts?: number } = {}) => {
  const expiresAt = later(NOW, endsIn * DAYS)
  const issuedAt = later(expiresAt, -lasts * DAYS)
  const shopper = { customerId: `c-${key}`, email: `${key}@example.com`, language: 'en' }
  const dates = { settleAt: issuedAt, submittedAt: issuedAt, earnedAt: issuedAt, issuedAt, expiresAt }
  const about = { source: 'form', sourceReviewId: key, productId: '1', programVersion: 1, tier: 'text' }
  return db.reward.create({ data: { shop: SHOP, key, state: 'issued', code: `CODE-${key}`, ...about, ...shopper, ...dates } })
}
const used = (key: string) =>
  db.redemption.create({
    data: { shop: SHOP, rewardKey: key, orderId: '1', discount: 500n, revenue: 5_000n, at: NOW },
  })
const ordered = (key: string) => {
  const money = { currency: 'EUR', presentmentCurrency: 'EUR', total: 1n, originalTotal: 1n }
  return db.order.create({ data: { shop: SHOP, id: key, name: key, customerId: `c-${key}`, ...money, processedAt: NOW, updatedAt: NOW } })
}
const reminded = async () => (await db.message.findMany({ where: { kind: 'reward-reminder' } })).map(({ key }) => key).sort()

test('a code that goes unused is called to mind once, and only in its last days', async () => {
  await earned('soon')
  await earned('later', { endsIn: 10 })
  await earned('over', { endsIn: -1 })
  await remindRewards()
  await remindRewards()
  expect(await reminded()).toEqual(['reward-reminder:soon'])
})

test('nobody is reminded who used it, has bought since, or got it for a few days only', async () => {
  for (const key of ['used', 'bought']) await earned(key)
  await earned('short', { lasts: 5 })
  await used('used')
  await ordered('bought')
  await remindRewards()
  expect(await reminded()).toEqual([])
})

test('who buys between the reminder’s writing and its leaving gets none', async () => {
  await earned('soon')
  await remindRewards()
  const message = await db.message.findFirstOrThrow()
  const doubt = rewardMails['reward-reminder']?.doubt
  expect(await doubt?.(message)).toBeNull()
  await ordered('soon')
  expect(await doubt?.(message)).toBe('no-longer-needed')
})

test.each([
  ['what is the least to order', { minimumOrder: 3_000, subscriptions: true }, { notes: [expect.stringMatching(/30,00/)] }],
  [
    'how a gift comes into her cart',
    { values: { ...DEFAULT_TERMS.values, text: { kind: 'gift' as const, variantId: '91', title: 'Mug', worth: 900 } } },
    { notes: [], value: 'ein Geschenk (Mug)', gift: { url: expect.stringContaining('/discount/CODE-one?redirect=%2Fcart%2F91') } },
  ],
])('on her order’s page a code says %s', async (_, terms, told) => {
  await earned('one')
  await db.rewardProgram.deleteMany()
  await saveProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, ...terms } })
  expect(await readOwnCodes(SHOP, 'c-one', 'de')).toMatchObject([{ code: 'CODE-one', ...told }])
})
