import { expect, test } from 'vitest'
import { compile } from '#app/offers/compile.ts'
import { decide, explain } from '#app/offers/decide.ts'
import { openFunnel } from '#app/offers/funnel.ts'
import type { Step } from '#app/offers/step.ts'
import { worthOf } from '#app/offers/worth.ts'
import { bundle, facts, offer, shelf, step, variant } from './builders.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const phone = { kind: 'product', productIds: ['1'] }
const other = { kind: 'product', productIds: ['2'] }

test.each([
  ['the higher priority wins', [offer('a', { priority: 1 }), offer('b', { priority: 2 })], 'b'],
  ['equals are chosen by id', [offer('b'), offer('a')], 'a'],
  ['one that does not match is passed over', [offer('b', { priority: 2, rules: [other] }), offer('a', { rules: [phone] })], 'a'],
  ['not before its start', [offer('a', { startsAt: '2026-11-21T12:00:01Z' })], null],
  ['from its very start', [offer('a', { startsAt: '2026-11-21T12:00:00Z' })], 'a'],
  ['until just before its end', [offer('a', { endsAt: '2026-11-21T12:00:01Z' })], 'a'],
  ['not at its end', [offer('a', { endsAt: '2026-11-21T12:00:00Z' })], null],
  ['nothing without offers', [], null],
])('%s', (_, offers, chosen) => expect(decide(compile(offers, shelf()), facts(), NOW).offer?.id ?? null).toBe(chosen))

test.each([
  ['an offer is met on each of its places', ['post-purchase', 'thank-you'], 'thank-you', 'a'],
  ['and on no other', ['post-purchase', 'thank-you'], 'order-status', 'b'],
  ['a message is a place too', ['email'], 'email', 'a'],
  ['on none of its places the next one comes', ['email'], 'post-purchase', 'b'],
] as const)('%s', (_, shownOn, surface, chosen) => {
  const offers = [offer('a', { priority: 1, shownOn }), offer('b')]
  const { offer: first, skipped } = decide(compile(offers, shelf()), facts(), NOW, { hasSubscription: false, bought: null, surface })
  expect([first?.id, skipped]).toEqual([chosen, []])
  const told = explain(offers, facts(), { at: NOW, chosen, skipped, surface })
  expect(told[0]?.explained.verdict).toBe(chosen === 'a' ? 'chosen' : 'other-surface')
})

test.each([
  ['sold out', { stock: 0 }, 'sold-out'],
  ['unpublished', { published: false }, 'unpublished'],
  ['a draft', { status: 'draft' }, 'unpublished'],
  ['archived', { status: 'archived' }, 'archived'],
  ['deleted', { deleted: true }, 'deleted'],
])('what is %s never wastes the slot: the next best is shown', (_, over, because) => {
  const second = offer('second', { steps: [step('only', { items: bundle({ productId: '8', variantId: '81', quantity: 1 }) })] })
  const decision = decide(compile([offer('first', { priority: 1 }), second], shelf(variant('91', over), variant('81'))), facts(), NOW)
  expect(decision).toMatchObject({ offer: { id: 'second' }, skipped: [{ offerId: 'first', because }] })
})

test.each([
  ['not tracked', { stock: 0, tracked: false }],
  ['sold beyond stock', { stock: -3, oversell: true }],
])('what is %s is never sold out', (_, over) =>
  expect(decide(compile([offer('a')], shelf(variant('91', over))), facts(), NOW).offer?.id).toBe('a'),
)

test('a sold-out step is passed as if it had been declined', () => {
  const [big, small, after] = [0, 1, 2].map((index) => bundle({ productId: '9', variantId: `${index}` }))
  const steps = [
    step('big', { items: big!, onAccept: 'after', onDecline: 'small' }),
    step('small', { items: small!, onDecline: 'after' }),
    step('after', { items: after! }),
  ]
  const stock = (...left: number[]) => ({ shelf: new Map(left.map((count, index) => [`${index}`, variant(`${index}`, { stock: count })])) })
  const { definition } = offer('a', { steps })
  expect(openFunnel(definition, stock(0, 1, 1))).toMatchObject({ first: { id: 'small' }, closed: [{ stepId: 'big', because: 'sold-out' }] })
  expect(openFunnel(definition, stock(1, 0, 1)).steps[0]).toMatchObject({ id: 'big', onAccept: 'after', onDecline: 'after' })
  expect(openFunnel(definition, stock(1, 1, 0)).steps).toMatchObject([{ onAccept: null, onDecline: 'small' }, { onDecline: null }])
  expect(openFunnel(definition, stock(0, 0, 0)).first).toBeNull()
})

test.each([
  ['its priority', 2, 'priority', 'priority'],
  ['the list, among equals', 1, 'priority', 'list'],
  ['what Encore expected, among equals where it may choose', 1, 'value', 'value'],
  ['nothing of these, where it is below and was shown all the same', 0, 'value', null],
] as const)('what put the chosen one first: %s', (_, priority, chooseBy, by) => {
  const shown = offer('shown', { priority })
  const offers = [offer('other', { priority: 1 }), { ...shown, definition: { ...shown.definition, chooseBy } }]
  const told = explain(offers, facts(), { at: NOW, chosen: 'shown', skipped: [] })
  expect(told.find(({ offer: { id } }) => id === 'other')?.explained).toEqual({ verdict: 'outranked', by })
})

test('every offer is explained from what the purchase kept', () => {
  const offers = [
    offer('gone', { priority: 5 }),
    offer('shown', { priority: 4, rules: [phone] }),
    offer('second', { priority: 3 }),
    offer('no', { priority: 2, rules: [other] }),
    offer('later', { priority: 1, startsAt: '2027-01-01T00:00:00Z' }),
  ]
  const decided = { at: NOW, chosen: 'shown', skipped: [{ offerId: 'gone', because: 'sold-out' as const }] }
  expect(explain(offers, facts(), decided).map(({ offer: { id }, explained }) => [id, explained])).toEqual([
    ['gone', { verdict: 'unavailable', because: 'sold-out' }],
    ['shown', { verdict: 'chosen' }],
    ['second', { verdict: 'outranked', by: 'priority' }],
    ['no', { verdict: 'no-match', rule: { matches: false, because: 'product', path: [0], wanted: true, known: true } }],
    ['later', { verdict: 'not-started' }],
  ])
})

const earns = (id: string) => offer(id, { steps: [step('one', { items: bundle({ productId: id, variantId: id }) })] })
const lets = (each: ReturnType<typeof earns>) => ({ ...each, definition: { ...each.definition, chooseBy: 'value' as const } })

type Answered = [visits: number, taken: number, declined?: number]
const answered = (steps: Record<string, Answered>) =>
  Object.fromEntries(
    Object.entries(steps).map(([id, [visits, acceptedVisits, declines = visits - acceptedVisits]]) => [
      id,
      { visits, acceptedVisits, declines },
    ]),
  )

test.each([
  ['more for it, equally taken', { '1': [100, 10], '2': [100, 10] }, { '1': 1_000, '2': 2_000 }, '2'],
  ['taken so much more often that the price does not matter', { '1': [1_000, 300], '2': [1_000, 10] }, { '1': 1_000, '2': 2_000 }, '1'],
  ['three of four are luck', { '1': [4, 3], '2': [1_000, 90] }, { '1': 1_000, '2': 2_000 }, '2'],
  ['nothing known: the dearer', {}, { '1': 1_000, '2': 2_000 }, '2'],
] as [string, Record<string, Answered>, Record<string, number>, string][])(
  'Encore chooses what is expected to earn most: %s',
  (_, answers, prices, chosen) => {
    const responses = new Map(Object.entries(answers).map(([id, one]) => [id, answered({ one })]))
    const onShelf = shelf(...Object.entries(prices).map(([id, price]) => variant(id, { productId: id, price })))
    const offers = [lets(earns('1')), lets(earns('2'))]
    expect(decide(compile(offers, onShelf, { responses }), facts({ lines: [] }), NOW).offer?.id).toBe(chosen)
  },
)

const dear = step('dear', { items: bundle({ productId: '1', variantId: '1' }), onAccept: 'more', onDecline: 'cheap' })
const cheap = step('cheap', { items: bundle({ productId: '2', variantId: '2' }) })
const more = step('more', { items: bundle({ productId: '3', variantId: '3' }) })
const stocked = (stock: Partial<Record<'1' | '2' | '3', number>> = {}) =>
  shelf(
    ...(['1', '2', '3'] as const).map((id) =>
      variant(id, { productId: id, price: { 1: 10_000, 2: 1_000, 3: 5_000 }[id], stock: stock[id] ?? 5 }),
    ),
  )
// 100 of 1,000 take the dear one and 10 of them more; of 800 who decline it 400 take the cheap one; the rest leave.
const FUNNEL: Record<string, Answered> = { dear: [1_000, 100, 800], cheap: [800, 400], more: [100, 10] }

test.each([
  ['each step counts with what itself brings, not with what the first one does', FUNNEL, {}, 1_450],
  ['what nobody takes adds nothing', { ...FUNNEL, cheap: [800, 0], more: [100, 0] }, {}, 1_000],
  ['who leaves meets no downsell', { ...FUNNEL, dear: [1_000, 100, 0] }, {}, 1_050],
  ['what is sold out earns nothing, and who would have come to it goes on', FUNNEL, { 1: 0 }, 500],
  ['a step that is new spoils nothing of the others’ record', { dear: [1_000, 100, 800], cheap: [0, 0], more: [100, 10] }, {}, 1_130],
] as [string, Record<string, Answered>, Record<number, number>, number][])('of a funnel %s', (_, answers, stock, worth) => {
  const onShelf = stocked(stock)
  const { funnel } = compile([offer('a', { steps: [dear, cheap, more] })], onShelf).offers[0]!
  // Of so many orders the shop's mean hides nothing any more.
  const many = Object.entries(answers).map(([id, counts]): [string, Answered] => [
    id,
    counts.map((count) => (count ?? 0) * 1_000) as Answered,
  ])
  const responses = new Map([['a', answered(Object.fromEntries(many))]])
  expect(worthOf('a', funnel, onShelf, responses) / worth).toBeCloseTo(1, 2)
})

test('a downsell that sells puts its offer before a dearer one without', () => {
  const [plain, funnel] = [
    lets(offer('plain', { steps: [{ ...dear, onAccept: null, onDecline: null }] })),
    lets(offer('with', { steps: [dear, cheap, more] })),
  ]
  const choose = (cheapTaken: number) => {
    const responses = new Map([
      ['plain', answered({ dear: [1_000, 110] })],
      ['with', answered({ ...FUNNEL, cheap: [800, cheapTaken], more: [100, 0] })],
    ])
    return decide(compile([plain, funnel], stocked(), { responses }), facts({ lines: [] }), NOW).offer?.id
  }
  expect([choose(4), choose(400)]).toEqual(['plain', 'with'])
})

test('what a subscription earns is what its plan makes of the price', () => {
  const sold = (id: string, subscription: Step['subscription']) =>
    lets(offer(id, { steps: [step('one', { items: bundle({ productId: id, variantId: id }), subscription })] }))
  const plans = new Map([['5', { kind: 'percentage', percent: 60 } as const]])
  const onShelf = shelf(variant('1', { productId: '1', price: 1_000, plans }), variant('2', { productId: '2', price: 2_000, plans }))
  const choose = (subscription: Step['subscription']) =>
    decide(compile([sold('1', null), sold('2', subscription)], onShelf), facts({ lines: [] }), NOW).offer?.id
  expect([choose(null), choose({ sellingPlanId: '5', name: '', recurringShipping: 0 })]).toEqual(['2', '1'])
})

test('the merchant’s priority comes before what Encore expects, and the margin before the price', () => {
  const onShelf = shelf(
    variant('1', { productId: '1', price: 1_000, cost: 100 }),
    variant('2', { productId: '2', price: 2_000, cost: 1_900 }),
  )
  const [small, big] = [lets(earns('1')), lets(earns('2'))]
  const choose = (...offers: (typeof small)[]) => decide(compile(offers, onShelf), facts({ lines: [] }), NOW).offer?.id
  expect(choose(small, big)).toBe('1')
  expect(choose(small, { ...big, priority: 1 })).toBe('2')
})
