import { expect, test } from 'vitest'
import { DEFAULT_TERMS, type Program, type Terms } from '#app/rewards/program.ts'
import { claimOf, decideReward, type Counts } from '#app/rewards/reward.ts'
import type { ReviewFacts } from '#app/reviews/review-facts.ts'
import { reviewFacts } from './facts.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const facts = (changes: Partial<ReviewFacts> = {}): ReviewFacts => reviewFacts({ submittedAt: NOW, ...changes })
const program = (terms: Partial<Terms> = {}, active = true): Program => ({
  version: 3,
  active,
  terms: { ...DEFAULT_TERMS, ...terms },
  createdAt: new Date('2026-11-01T00:00:00Z'),
})
const NOTHING: Counts = { same: false, shopper: 0, product: 0, order: 0, day: 0, spent: 0, typicalOrder: 10_000 }
const counted = (changes: Partial<Counts>): Counts => ({ ...NOTHING, ...changes })
const capped = (caps: Partial<Terms['caps']>) => program({ caps: { ...DEFAULT_TERMS.caps, ...caps } })
const ten = { kind: 'percentage', percent: 10 } as const
const photoOnly = { values: { text: null, photo: ten, video: null } }

test.each<[string, ReviewFacts, Program, Counts, object]>([
  ['a text earns the tier of texts, at once', facts(), program(), NOTHING, { tier: 'text', value: ten, cost: 1_000, settleAt: NOW }],
  ['a photo lifts it', facts({ photos: 2 }), program(), NOTHING, { tier: 'photo', cost: 1_500 }],
  ['a video counts as a photo where videos have no value', facts({ videos: 1 }), program(), NOTHING, { tier: 'photo' }],
  [
    'a video has a value of its own where the merchant gives one',
    facts({ videos: 1 }),
    program({ values: { ...DEFAULT_TERMS.values, video: { kind: 'free-shipping', worth: 490 } } }),
    NOTHING,
    { tier: 'video', cost: 490 },
  ],
  [
    'another app may still tell of a photo',
    facts({ source: 'judgeme', final: false }),
    program(),
    NOTHING,
    { settleAt: new Date('2026-11-22T12:15:00Z') },
  ],
  ['everyone may be thanked', facts({ verified: false }), program({ who: 'all' }), NOTHING, { tier: 'text' }],
  ['the last place of a cap counts', facts(), capped({ shopper: 1 }), NOTHING, { tier: 'text' }],
  ['the last cent of the budget counts', facts(), program({ budget: 5_000 }), counted({ spent: 4_000 }), { tier: 'text' }],
  [
    'a written promise outlives the budget',
    facts({ promised: 3 }),
    program({ budget: 5_000 }),
    counted({ spent: 5_000 }),
    { tier: 'text' },
  ],
  ['and the pause', facts({ promised: 3 }), program({}, false), NOTHING, { tier: 'text' }],
  ['a review of ours without an address sees its code on the page', facts({ email: null }), program(), NOTHING, { tier: 'text' }],
])('%s', (_, review, terms, counts, decided) => {
  expect(decideReward(review, terms, counts, NOW)).toMatchObject({ ok: true, value: decided })
})

test.each<[string, ReviewFacts, Program | null, Counts]>([
  ['import', facts({ excluded: 'import' }), program(), NOTHING],
  ['insider', facts({ excluded: 'insider' }), program(), NOTHING],
  ['made-in-admin', facts({ excluded: 'made-in-admin' }), program(), NOTHING],
  ['test', facts({ excluded: 'test' }), program(), NOTHING],
  ['rewarded-elsewhere', facts({ excluded: 'rewarded-elsewhere' }), program(), NOTHING],
  ['older-than-program', facts(), null, NOTHING],
  ['paused', facts(), program({}, false), NOTHING],
  ['paused', facts({ promised: 2 }), program({}, false), NOTHING],
  ['already-rewarded', facts(), program(), counted({ same: true })],
  ['not-verified', facts({ verified: false }), program(), NOTHING],
  [
    'nobody-to-credit',
    facts({ customerId: null }),
    program({ values: { ...photoOnly.values, text: { kind: 'store-credit', amount: 1 } } }),
    NOTHING,
  ],
  ['nobody-to-thank', facts({ source: 'yotpo', reviewId: null, email: null }), program(), NOTHING],
  ['tier-not-rewarded', facts(), program(photoOnly), NOTHING],
  ['cap-shopper', facts(), capped({ shopper: 2 }), counted({ shopper: 2 })],
  ['cap-order', facts(), capped({ order: 1 }), counted({ order: 1 })],
  ['cap-product', facts({ promised: 3 }), capped({ product: 100 }), counted({ product: 100 })],
  ['cap-day', facts(), capped({ day: 50 }), counted({ day: 50 })],
  ['budget', facts(), program({ budget: 5_000 }), counted({ spent: 4_001 })],
])('refused: %s', (because, review, terms, counts) => {
  expect(decideReward(review, terms, counts, NOW)).toEqual({ ok: false, because })
})

test('a claim names shopper, product and order, whoever tells of it', () => {
  expect(claimOf(facts({ source: 'judgeme', sourceReviewId: '77' }))).toBe(claimOf(facts()))
  expect(claimOf(facts({ customerId: null, email: null }))).toBeNull()
})
