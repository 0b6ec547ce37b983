import { expect, test } from 'vitest'
import type { Explained } from '#app/offers/decide.ts'
import type { Eligibility } from '#app/surfaces/decide/eligibility.ts'
import { orderView } from '#app/surfaces/order/order-story.ts'
import { sayEligibility } from '#app/surfaces/order/order-words.ts'
import { placesThen, replayView } from '#app/surfaces/order/replay.ts'
import { bundle, facts, offer, step } from '../../offers/builders.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute))
const words = {
  currency: 'EUR',
  names: { products: {}, collections: {}, offers: {}, variants: { '11': { productId: '1', title: 'Clear case', imageUrl: null } } },
}
const { definition } = offer('Case', {
  rules: [
    { kind: 'order-value', atLeast: 5_000, atMost: null },
    { kind: 'none', rules: [{ kind: 'country', countries: ['DE'] }] },
  ],
  steps: [step('a', { items: bundle({ productId: '1', variantId: '11' }) })],
  shownOn: ['thank-you'],
})
const FACTS = facts({ total: 9_900, country: null })
const order = { id: '7', name: '#1007', placedAt: at(0), total: { amount: 9_900, currency: 'EUR' }, sourceName: 'web' }
type Story = NonNullable<Parameters<typeof orderView>[2]>
const story = (edit: Partial<Story> = {}): Story => ({
  placement: { offerId: 'o', because: null, fallback: false, reconstructed: false, decidedAt: at(1), facts: FACTS },
  verdicts: [{ offerId: 'o', version: 3, definition, explained: { verdict: 'chosen' } }],
  events: [],
  changesets: [],
  refusals: [],
  eligibility: { eligible: true, because: 'asked' },
  ...edit,
})
const view = (told: Story | null, earnings: Parameters<typeof orderView>[3] = []) =>
  orderView(order, 'Paid', told, earnings, words, 'Europe/Berlin')
const verdict = (explained: Explained) => view(story({ verdicts: [{ offerId: 'o', version: 3, definition, explained }] })).verdicts[0]

test.each([
  [{ eligible: true, because: 'asked' }, 'yes', /asked Encore/],
  [{ eligible: false, because: 'wallet', wallet: 'APPLE_PAY' }, 'no', /Apple Pay/],
  [{ eligible: false, because: 'foreign-currency' }, 'no', /another currency/],
  [{ eligible: 'unknown', because: 'payment-details-not-read' }, 'not-known', /has not read yet/],
] satisfies [Eligibility, string, RegExp][])('eligibility %j', (eligibility, state, because) => {
  expect(sayEligibility(eligibility)).toEqual({ state, because: expect.stringMatching(because) })
})

test.each([
  [{ verdict: 'chosen' }, 'Chosen', null],
  [
    { verdict: 'no-match', rule: { matches: false, because: 'order-value', path: [0], wanted: true, known: true } },
    'Did not fit',
    'Only for shoppers who spent at least €50.00. It was not so.',
  ],
  [
    { verdict: 'no-match', rule: { matches: false, because: 'country', path: [1, 0], wanted: false, known: true } },
    'Did not fit',
    'Not for shoppers who ship to Germany. It was so.',
  ],
  [
    { verdict: 'no-match', rule: { matches: false, because: 'order-value', path: [0], wanted: true, known: false } },
    'Not known',
    'Only for shoppers who spent at least €50.00. Whether that is so was not known.',
  ],
  [{ verdict: 'unavailable', because: 'sold-out' }, 'Fitted', 'What it offers was sold out.'],
  [{ verdict: 'ended' }, 'Not running', 'Its schedule had ended.'],
  [{ verdict: 'other-surface' }, 'Not on this page', 'It is meant for other places: Thank-you page.'],
] satisfies [Explained, string, string | null][])('%j names the rule that said no', (explained, said, because) => {
  expect(verdict(explained)).toMatchObject({ verdict: said, because })
})

test('what the shopper did stands in its order, on the shop’s clock', () => {
  const changeset = {
    id: 'j',
    offerId: 'o',
    offerVersion: 1,
    stepId: 'a',
    currency: 'EUR',
    lines: [],
    signedAt: at(3),
    reported: 'processed',
    errorCodes: [],
    reportedAt: at(4),
  }
  const told = story({ events: [{ offerId: 'o', stepId: 'a', kind: 'shown', at: at(2) }], changesets: [changeset] })
  expect(view(told).timeline).toEqual([
    { at: '21 Nov 2026, 13:01', what: 'Reached the page after payment' },
    { at: '21 Nov 2026, 13:02', what: 'Saw step 1 of “Case”' },
    { at: '21 Nov 2026, 13:03', what: 'Accepted step 1 of “Case”' },
    { at: '21 Nov 2026, 13:04', what: 'It was charged and added' },
  ])
})

test('an offer that no browser reported showing says so, until one does', () => {
  expect(view(story()).silence).toMatch(/did not report showing it/)
  expect(view(story({ events: [{ offerId: 'o', stepId: 'a', kind: 'shown', at: at(2) }] })).silence).toBeNull()
})

test('what was signed is shown at the price that was signed', () => {
  const lines = [{ productId: '1', variantId: '11', quantity: 2, unitPrice: 2_000, discount: 600 }]
  const changeset = {
    id: 'j',
    offerId: 'o',
    offerVersion: 1,
    stepId: 'a',
    currency: 'EUR',
    lines,
    signedAt: at(3),
    reported: null,
    errorCodes: [],
    reportedAt: null,
  }
  expect(view(story({ changesets: [changeset] })).signed).toMatchObject([
    { title: 'Step 1 of “Case”', lines: [{ name: 'Clear case', quantity: 2, price: { amount: 3_400 }, was: { amount: 4_000 } }] },
  ])
})

test('what a reconstruction says did not happen is not in the timeline', () => {
  const told = story({
    placement: { offerId: null, because: 'no-offer-matches', fallback: false, reconstructed: true, decidedAt: at(1), facts: FACTS },
  })
  expect(view(told)).toMatchObject({ reconstructed: true, silence: 'No offer fitted this purchase.', timeline: [] })
})

test('money is the sum of the lines that were added', () => {
  const earning = { currency: 'EUR', sold: 2_000, paid: 2_000, returned: 500, revenue: 1_500 }
  expect(view(story(), [earning, earning]).earned).toMatchObject({
    sold: { amount: 4_000 },
    returned: { amount: 1_000 },
    revenue: { amount: 3_000 },
  })
})

test.each([
  ['web', 'not-known', /knows no checkout/],
  [null, 'not-known', /knows no checkout/],
  ['pos', 'no', /did not come from the online store/],
  ['shopify_draft_order', 'no', /did not come from the online store/],
])('an order without a known checkout says so, or that it came from elsewhere (%s)', (sourceName, state, because) => {
  const told = orderView({ ...order, sourceName }, 'Paid', null, [], words, 'Europe/Berlin')
  expect(told).toMatchObject({ eligibility: { state, because: expect.stringMatching(because) }, verdicts: [], earned: null })
})

test('each rule says what became of it, and where a fact that is not known would come from', () => {
  expect(view(story()).verdicts[0]?.trace).toEqual({
    says: 'All of these',
    state: 'not-known',
    missing: null,
    inner: [
      { says: 'Spent at least €50.00', state: 'yes', missing: null, inner: [] },
      {
        says: 'None of these',
        state: 'not-known',
        missing: null,
        inner: [{ says: 'Ship to Germany', state: 'not-known', missing: expect.any(String), inner: [] }],
      },
    ],
  })
})

const part = (offerId: string, explained: Explained, version = 1) => ({
  offerId,
  version,
  definition: { ...definition, title: offerId },
  explained,
})
const NO: Explained = { verdict: 'no-match', rule: { matches: false, because: 'order-value', path: [0], wanted: true, known: true } }
const CHOSEN: Explained = { verdict: 'chosen' }
type Parts = ReturnType<typeof part>[]
const silence = (verdicts: Parts) =>
  verdicts.some(({ explained }) => explained.verdict === 'chosen') ? null : ('no-offer-matches' as const)
const replayed = (then: Parts, today: Parts) =>
  replayView(
    placesThen({ ...story(), placement: { because: silence(then), reconstructed: false }, verdicts: then }, [], []),
    [
      {
        surface: 'post-purchase',
        facts: FACTS,
        elsewhere: [],
        verdicts: today,
        because: silence(today),
        not: null,
        steps: [],
        stepsThen: [],
      },
    ],
    words,
  )

test.each<[string, Parts, Parts, 'same' | 'other', string[]]>([
  ['nothing changed', [part('A', CHOSEN)], [part('A', CHOSEN)], 'same', []],
  [
    'a rule changed',
    [part('A', CHOSEN)],
    [part('A', NO, 2)],
    'other',
    [
      '“A” fitted then. Today it does not: Only for shoppers who spent at least €50.00. It was not so. It has been changed since: version 1 then, version 2 today.',
    ],
  ],
  ['the offer was paused', [part('A', CHOSEN)], [], 'other', ['“A” fitted then. Today it is not active.']],
  [
    'another came first',
    [part('A', CHOSEN)],
    [part('B', CHOSEN), part('A', { verdict: 'outranked', by: 'priority' })],
    'other',
    ['“A” still fits, but today “B” comes first.', '“B” was not active then. Today it fits.'],
  ],
])('replayed when %s', (_, then, today, change, differences) => {
  expect(replayed(then, today)).toMatchObject({
    summary:
      change === 'same' ? 'Today no place would show anything else.' : 'Today 1 place would show something else: Page after payment.',
    places: [{ change, differences }],
  })
})

test('replayed when the same offer has another price, its place says which steps differ', () => {
  const [one] = definition.steps
  const today = part('A', CHOSEN, 2)
  const gift = { ...today, definition: { ...today.definition, steps: [{ ...one!, gift: true, shipping: { kind: 'free' as const } }] } }
  const met = { number: 1, take: 'all' as const, items: [], closed: null, met: true, unsure: false, onAccept: null, onDecline: null }
  const place = { surface: 'post-purchase' as const, facts: FACTS, elsewhere: [], because: null, not: null, steps: [met], stepsThen: [] }
  const then = placesThen({ ...story(), placement: { because: null, reconstructed: false }, verdicts: [part('A', CHOSEN)] }, [], [])
  expect(replayView(then, [{ ...place, verdicts: [gift] }], words)).toMatchObject({
    summary: 'Today 1 place would show the same offer with other steps: Page after payment.',
    places: [
      {
        change: 'steps',
        differences: [],
        otherSteps: [expect.stringMatching(/^Step 1, price/), expect.stringMatching(/^Step 1, delivery/)],
      },
    ],
  })
})

test.each([
  ['offer', 'too-slow', 'No offer could be sent. Encore’s answer came too late.'],
  ['accept', 'sold-out', 'An acceptance was refused. What it offers was sold out.'],
  ['accept', 'as-it-was-once-called', 'An acceptance was refused. as-it-was-once-called'],
])('a refusal to %s because of %s is told in words', (request, reason, says) =>
  expect(view(story({ refusals: [{ request, reason, at: at(2) }] })).timeline.map(({ what }) => what)).toContain(says),
)

test('a step was declined before the next one was seen, whichever the browser told first', () => {
  const event = (stepId: string, kind: string, minute: number) => ({ offerId: 'o', stepId, kind, at: at(minute) })
  const told = [event('a', 'shown', 2), event('b', 'shown', 3), event('a', 'declined', 4), event('b', 'declined', 5)]
  const happened = view(story({ events: told })).timeline.map(({ what }) => what.split(' ')[0])
  expect(happened).toEqual(['Reached', 'Saw', 'Declined', 'Saw', 'Declined'])
})
