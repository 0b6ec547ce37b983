import { expect, test } from 'vitest'
import { rewardViews, type RewardRow } from '#app/rewards/list/rows.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const LAST_DAY = new Date('2026-03-31T21:59:59Z')
const row = (changes: Partial<RewardRow> = {}): RewardRow => ({
  key: 'form:1',
  source: 'form',
  reviewId: 'r1',
  productId: '11',
  product: 'Phone',
  email: 'ada@example.com',
  tier: 'text',
  state: 'issued',
  because: null,
  code: 'THANKS-1',
  expiresAt: LAST_DAY,
  earnedAt: NOW,
  orders: [],
  discount: null,
  revenue: null,
  waits: null,
  credited: false,
  creditLeft: null,
  ...changes,
})
const used = { orders: [{ id: '5', name: '#5' }], discount: 500, revenue: 4_500 }

test.each<[string, Partial<RewardRow>, string, string]>([
  ['a code says until when it is good', {}, 'issued', 'until 31 Mar 2026'],
  ['so does credit', { code: null, credited: true }, 'credited', 'until 31 Mar 2026'],
  ['what was used needs no last day', used, 'redeemed', ''],
  [
    'of credit that was used in part its rest counts',
    { ...used, code: null, credited: true, creditLeft: 200 },
    'redeemed',
    '€2.00 of it left',
  ],
  ['what has ended does not end', { expiresAt: new Date('2026-02-01') }, 'expired', ''],
  [
    'what was refused has its reason',
    { state: 'refused', code: null, expiresAt: null, because: 'budget' },
    'refused',
    'The month’s budget was spent',
  ],
])('%s', (_, changes, state, because) => {
  const [view] = rewardViews([row(changes)], { currency: 'EUR', timeZone: 'Europe/Berlin' }, NOW)
  expect(view).toMatchObject({ state, because, reviewId: 'r1' })
})

test.each([
  ['is named by her address', 'ada@example.com', 'ada@example.com'],
  ['is nobody once she is forgotten', null, ''],
])('who earned it %s', (_, email, who) => {
  const [view] = rewardViews([row({ email })], { currency: 'EUR', timeZone: 'Europe/Berlin' }, NOW)
  expect(view).toMatchObject({ who })
})
