import { expect, test } from 'vitest'
import { compile } from '#app/offers/compile.ts'
import { SURFACES, type Deed, type Surface } from '#app/surfaces/placements/placement.ts'
import type { AnsweredStep } from '#app/surfaces/order/replay-next.ts'
import { replayPlaces, type AskedThen, type Played } from '#app/surfaces/order/replay-places.ts'
import { bundle, facts, offer, shelf, step, variant } from '../../offers/builders.ts'

const AT = new Date('2026-11-27T12:00:00Z')
const selling = (id: string, productId: string, priority: number) =>
  offer(id, { priority, steps: [step('a', { items: bundle({ productId, variantId: `${productId}1` }) })] })
const goods = shelf(variant('21', { productId: '2' }), variant('31', { productId: '3' }))
const book = compile([selling('A', '2', 20), selling('B', '3', 10)], goods)
const factsAt = Object.fromEntries(SURFACES.map((surface) => [surface, facts({ total: 9_900 })])) as Played['factsAt']
const deed = (surface: Surface, kind: Deed['kind'], offerId: string): Deed => ({ surface, kind, offerId, productIds: [] })
const asked = (surface: Surface, offerId: string | null, minute: number, ...kinds: Deed['kind'][]): AskedThen => ({
  surface,
  offerId,
  decidedAt: new Date(AT.getTime() + minute),
  deeds: kinds.map((kind) => deed(surface, kind, offerId ?? '')),
  steps: [],
})

const NOBODY: Played['buyer'] = { bought: null, hasSubscription: false }

/** By place the offer that it would show, or why it would decide nothing. */
const today = (then: readonly AskedThen[], shut: Played['shut'] = {}) =>
  replayPlaces({ book, shelf: goods, stock: {} }, { asked: then, factsAt, buyer: NOBODY, shut, answered: [] }, AT).map(
    ({ verdicts, because, not }) => verdicts.find(({ explained }) => explained.verdict === 'chosen')?.offerId ?? not ?? because,
  )

test.each<[string, AskedThen[], Played['shut'], unknown[]]>([
  ['nothing was asked then', [], {}, ['A', 'A', 'A', 'A']],
  ['the same offer is answered as it was', [asked('post-purchase', 'A', 1, 'shown', 'declined')], {}, ['A', 'B', 'B', 'has-seen-one']],
  ['another offer counts as seen', [asked('post-purchase', 'B', 1, 'shown', 'declined')], {}, ['A', 'B', 'B', 'has-seen-one']],
  ['what was chosen and never seen counts for nothing', [asked('post-purchase', 'A', 1)], {}, ['A', 'A', 'A', 'A']],
  ['a page left open stands on the next', [asked('thank-you', 'A', 1, 'shown')], {}, ['A', 'A', 'A', 'has-seen-one']],
  ['what was taken waits', [asked('thank-you', 'A', 1, 'accepted')], {}, ['A', 'A', 'has-taken-one', 'has-seen-one']],
  [
    'what came by message is not shown on a page opened after it',
    [asked('email', 'A', 1, 'shown'), asked('order-status', 'B', 2)],
    {},
    ['A', 'A', 'B', 'A'],
  ],
  ['places are shut', [], { 'thank-you': 'off', email: 'off' }, ['A', 'off', 'A', 'off']],
])('played again when %s', (_, then, shut, shown) => expect(today(then, shut)).toEqual(shown))

const from = (products: string[], show = 1) => ({ kind: 'best', from: { kind: 'products', productIds: products }, show })
const funnel = offer('F', {
  steps: [
    step('a', { items: bundle({ productId: '2', variantId: '21' }), onAccept: 'b', onDecline: 'c' }),
    step('b', { items: bundle({ productId: '3', variantId: '31', quantity: 2 }) }),
    step('c', { items: from(['2', '3', '4', '5'], 2), onDecline: 'd' }),
    step('d', {
      items: bundle({ productId: '4', variantId: '41' }),
      subscription: { sellingPlanId: '7', name: 'Monthly', recurringShipping: 0 },
    }),
  ],
})
const many = shelf(...['2', '3', '4', '5'].map((id) => variant(`${id}1`, { productId: id, title: `P${id}`, stock: id === '3' ? 1 : 5 })))
const ranked = new Map([['products 2 3 4 5', ['2', '3', '4', '5']]])
const way = (buyer: Partial<Played['buyer']> = {}, lines = facts().lines) => {
  const play = {
    asked: [],
    factsAt: { ...factsAt, 'post-purchase': facts({ lines }) },
    buyer: { ...NOBODY, ...buyer },
    shut: {},
    answered: [],
  }
  const [first] = replayPlaces({ book: compile([funnel], many, { ranked }), shelf: many, stock: { ranked } }, play, AT)
  return first!.steps.map(({ number, items, closed, met, onAccept, onDecline }) => [
    number,
    items.map(({ title }) => title).join(),
    closed ?? (met ? [onAccept, onDecline] : 'not met'),
  ])
}

test.each<[string, Parameters<typeof way>, unknown[]]>([
  [
    'as it is',
    [],
    [
      [1, 'P2', [null, 3]],
      [2, 'P3', 'sold-out'],
      [3, 'P2,P3', [null, 4]],
      [4, 'P4', [null, null]],
    ],
  ],
  [
    'a best match leaves out what she had bought before',
    [{ bought: new Set(['2', '4']) }],
    [
      [1, 'P2', [null, 3]],
      [2, 'P3', 'sold-out'],
      [3, 'P3,P5', [null, 4]],
      [4, 'P4', [null, null]],
    ],
  ],
  [
    'who had bought it all meets what comes after',
    [{ bought: new Set(['2', '3', '4', '5']) }],
    [
      [1, 'P2', [null, 4]],
      [2, 'P3', 'sold-out'],
      [3, '', 'nothing-fits'],
      [4, 'P4', [null, null]],
    ],
  ],
  [
    'no second subscription',
    [{ hasSubscription: true }],
    [
      [1, 'P2', [null, 3]],
      [2, 'P3', 'sold-out'],
      [3, 'P2,P3', [null, null]],
      [4, 'P4', 'order-has-subscription'],
    ],
  ],
  ['what she has had enough of is not shown', [{ hadEnough: new Set(['F']) }], []],
])('the funnel of what would be shown: %s', (_, asked, steps) => expect(way(...asked)).toEqual(steps))

const two = offer('T', {
  steps: [
    step('a', { items: bundle({ productId: '2', variantId: '21' }), onAccept: 'b' }),
    step('b', { items: bundle({ productId: '5', variantId: '51' }) }),
  ],
})
const answer = (stepId: string, did: AnsweredStep['did'], surface: Surface = 'thank-you'): AnsweredStep => ({
  surface,
  offerId: 'T',
  stepId,
  did,
  productIds: [stepId === 'a' ? '2' : '5'],
})
const goesOn = (...answered: AnsweredStep[]) => {
  const stock = { ranked }
  const places = replayPlaces(
    { book: compile([two], many, stock), shelf: many, stock },
    { asked: took, factsAt, buyer: NOBODY, shut: {}, answered },
    AT,
  )
  const { not, steps } = places.find(({ surface }) => surface === 'order-status')!
  return not ?? steps.map(({ number, items }) => [number, items[0]?.title])
}
const took = [asked('thank-you', 'T', 1, 'accepted')]

test.each<[string, AnsweredStep[], unknown]>([
  ['bought, the next step follows on the order’s page', [answer('a', 'bought')], [[2, 'P5']]],
  ['and what was taken there then does not count', [answer('b', 'taken', 'order-status'), answer('a', 'bought')], [[2, 'P5']]],
  ['not bought yet, it waits at the checkout', [answer('a', 'taken')], 'has-taken-one'],
  ['bought to its end, nothing follows', [answer('b', 'bought'), answer('a', 'bought')], 'has-taken-one'],
  ['what followed was declined', [answer('a', 'bought'), answer('b', 'declined')], 'has-taken-one'],
])('what was taken on the thank-you page, %s', (_, answered, wanted) => expect(goesOn(...answered)).toEqual(wanted))
