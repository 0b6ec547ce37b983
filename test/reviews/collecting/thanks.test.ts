import { expect, test } from 'vitest'
import { collectBy, type CollectingReads, type Promised, type RewardNow } from '#app/reviews/collecting/reads.server.ts'
import { thanks } from '#app/reviews/collecting/thanks.server.ts'
import type { Visit } from '#app/reviews/collecting/visit.server.ts'
import { SHOP, useDatabase } from '../../platform/world.ts'

await useDatabase('reviews_thanks')

test('the last day of her code is that of the shop, and its condition is told, as in her mail', async () => {
  const reward = { code: 'THX-1', value: '10% off', expiresAt: new Date('2026-12-28T07:59:59Z'), conditions: ['Minimum order: $30.00'] }
  collectBy({ rewardNow: async () => reward } as Partial<CollectingReads> as CollectingReads)
  const visit = { shop: SHOP, language: 'en', timeZone: 'America/Los_Angeles' } as Visit
  const submitted = { reviewId: 'one', productId: '1', state: 'published', genuine: true, typedEmail: null }
  expect(String(await thanks(visit, [submitted], '/change'))).toContain('Valid until December 27, 2026 · Minimum order: $30.00')
})

const LATER = 'What was promised for it follows by e-mail'
const waiting = { waiting: true as const, value: '10% off' }
const promise = { version: 1, lines: [], conditions: [] }
const earlier = { code: 'THX-1', value: '10% off', expiresAt: new Date('2026-12-28T07:59:59Z'), conditions: [] }

test.each([
  ['held by our rules, promised', { state: 'held', genuine: false }, promise, null, true],
  ['held by our rules, nothing promised', { state: 'held', genuine: false }, null, null, false],
  ['held by our rules, rewarded before', { state: 'held', genuine: false }, promise, earlier, false],
  ['hidden before, and changed', { state: 'hidden', genuine: false }, promise, null, false],
  ['looked at first, as all of this shop', { state: 'held', genuine: true }, promise, null, false],
  ['published', { state: 'published', genuine: true }, promise, null, false],
])('the thank-you that comes later is spoken of: %s', async (_, standing, promised, reward, told) => {
  collectBy({ rewardNow: async () => reward, isRewarded: async () => reward !== null } as Partial<CollectingReads> as CollectingReads)
  const visit = { shop: SHOP, language: 'en', timeZone: 'UTC', promise: promised } as Visit
  const page = String(await thanks(visit, [{ reviewId: 'one', productId: '1', typedEmail: null, ...standing }], '/change'))
  expect(page.includes(LATER)).toBe(told)
})

test.each<[string, object, Promised | null, RewardNow | null, string | null, boolean]>([
  ['a code that comes by mail', { state: 'published', genuine: true }, promise, waiting, 'ann@exmaple.com', true],
  ['what comes once it was looked at', { state: 'held', genuine: false }, promise, null, 'ann@exmaple.com', true],
  ['a code to the address of her order', { state: 'published', genuine: true }, promise, waiting, null, false],
  ['nothing', { state: 'published', genuine: true }, null, null, 'ann@exmaple.com', false],
])('whoever typed an address reads where it goes: %s', async (_, standing, promised, reward, typedEmail, told) => {
  collectBy({ rewardNow: async () => reward, isRewarded: async () => reward !== null } as Partial<CollectingReads> as CollectingReads)
  const visit = { shop: SHOP, language: 'he', timeZone: 'UTC', promise: promised } as Visit
  const submitted = { reviewId: 'one', productId: '1', state: '', genuine: true, ...standing, typedEmail }
  const page = String(await thanks(visit, [submitted], '/change'))
  expect(page.includes('<bdi dir="ltr">ann@exmaple.com</bdi>')).toBe(told)
})
