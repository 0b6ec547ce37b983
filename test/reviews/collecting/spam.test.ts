import { describe, expect, test } from 'vitest'
import { judgeState } from '#app/reviews/collecting/holding.ts'
import { CollectingSettings, publicClaims } from '#app/reviews/collecting/settings.ts'
import { likeness, suspect, type SpamFacts } from '#app/reviews/collecting/spam.ts'

const LONG = 'The strap broke after two weeks, but the shop sent me another one at once.'
const facts = (edit: Partial<SpamFacts> = {}): SpamFacts => ({
  verified: false,
  trap: '',
  tookMs: 60_000,
  text: LONG,
  email: 'ada@example.com',
  others: [],
  fromAddress: 0,
  again: false,
  ...edit,
})

test.each<[string, Partial<SpamFacts>, string | null]>([
  ['an ordinary review', {}, null],
  ['a harsh one', { text: 'Terrible. Worst thing I ever bought, do not buy!' }, null],
  ['the field that nobody sees', { trap: 'http://pills' }, 'trap'],
  ['that field, filled by a buyer', { trap: 'x', verified: true }, 'trap'],
  ['two seconds', { tookMs: 2_000 }, 'too-fast'],
  ['less than no time, for our clock was put back', { tookMs: -240_000 }, null],
  ['two seconds of a buyer', { tookMs: 2_000, verified: true }, null],
  ['a link', { text: 'See https://example.com for more' }, 'links'],
  ['a link without its beginning', { text: 'cheap at pills.xyz/now' }, 'links'],
  ['a number with a point', { text: 'It weighs 2.5 kg and costs 9.99' }, null],
  ['a name of a shop', { text: 'Better than Amazon.com sells' }, null],
  ['the same words as another', { others: [LONG] }, 'copied'],
  ['nearly the same words', { others: [LONG.replace('two', 'three').toUpperCase()] }, 'copied'],
  ['a short phrase that many write', { text: 'Great product!', others: ['Great product!'] }, null],
  ['other words', { others: ['Came fast, fits well, and the colour is what the picture shows.'] }, null],
  ['a throwaway address', { email: 'x@mailinator.com' }, 'throwaway-mail'],
  ['a buyer with such an address', { email: 'x@mailinator.com', verified: true }, null],
  ['the fifth within the hour', { fromAddress: 4 }, null],
  ['the sixth within the hour', { fromAddress: 5 }, 'too-many'],
  ['a second one without an order', { again: true }, 'again'],
])('%s', (_, edit, rule) => expect(suspect(facts(edit))).toBe(rule))

test('likeness is from 0 to 1, in every script', () => {
  expect(likeness(LONG, LONG)).toBe(1)
  expect(likeness(LONG, 'x')).toBe(0)
  expect(likeness('とても良い商品でした。また買います。', 'とても良い商品でした。また買いたいです。')).toBeGreaterThan(0.6)
})

describe('what becomes of a review', () => {
  const settings = (edit: object = {}) => CollectingSettings.parse(edit)
  test.each([
    ['by default it is published', null, {}, 1, null, { state: 'published', genuine: true }],
    ['what looks like spam waits', 'links', {}, 5, null, { state: 'held', heldFor: 'links', genuine: false }],
    [
      'all wait for the merchant, and are rewarded',
      null,
      { holding: 'all' },
      5,
      null,
      { state: 'held', heldFor: 'looked-at-first', genuine: true },
    ],
    ['low ratings wait where he says so', null, { holding: 'low' }, 2, null, { state: 'held', heldFor: 'low-rating', genuine: true }],
    ['and no others', null, { holding: 'low' }, 3, null, { state: 'published' }],
    ['a hidden one stays hidden when she rewrites it', null, {}, 5, { state: 'hidden', heldFor: null }, { state: 'hidden' }],
  ] as const)('%s', (_, suspicion, edit, rating, before, standing) =>
    expect(judgeState(suspicion, settings(edit), rating, before)).toMatchObject(standing),
  )

  test('whoever holds back low ratings may not claim that all are shown', () => {
    expect(publicClaims(settings())).toEqual({ allShown: true })
    expect(publicClaims(settings({ holding: 'low' }))).toEqual({ allShown: false })
  })
})
