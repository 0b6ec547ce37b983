import { expect, test } from 'vitest'
import { laterView, type Later } from '#app/surfaces/order/later.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const link = (over: Partial<Later['links'][number]> = {}) => ({
  at: '2026-11-26T10:00:00Z',
  until: '2026-11-29T10:00:00Z',
  order: null,
  orderName: null,
  ...over,
})
const said = (over: Partial<Later>) =>
  laterView([{ surface: 'thank-you', title: 'A case', because: null, elsewhere: [], events: [], links: [], ...over }], 'UTC', NOW)[0]

test.each<[string, Partial<Later>, string[]]>([
  ['nothing was done with it', {}, []],
  ['she saw it', { events: [{ kind: 'shown', at: '2026-11-26T09:00:00Z' }] }, ['Shown']],
  [
    'what happened stands in its order',
    { events: [{ kind: 'shown', at: '2026-11-26T09:00:00Z' }], links: [link({ order: '8', orderName: '#1008' })] },
    ['Shown', 'Accepted: order'],
  ],
  ['the checkout is still open', { links: [link()] }, ['Accepted: she went to the checkout, and no order has come of it yet']],
  ['it ran out', { links: [link({ until: '2026-11-26T11:00:00Z' })] }, ['Accepted, but not ordered before the offer ran out']],
])('what became of an offer on a later page: %s', (_, over, whats) => {
  expect(said(over)?.happened.map(({ what }) => what)).toEqual(whats)
})

test('an order that came of it is named, and can be opened', () => {
  expect(said({ links: [link({ order: '8', orderName: '#1008' })] })?.happened[0]?.order).toEqual({ id: '8', name: '#1008' })
})

test.each<[string, Partial<Later>, string | null]>([
  ['there was an offer', {}, null],
  ['none fitted', { title: null, because: 'no-offer-matches' }, 'No offer fitted this purchase.'],
  [
    'one was for another place',
    { title: null, because: 'no-offer-matches', elsewhere: ['A case'] },
    'No offer fitted this purchase. Not meant for this place: “A case”.',
  ],
  ['it was not kept why', { title: null }, 'There was nothing to show.'],
])('why a later page had nothing to show: %s', (_, over, nothing) => expect(said(over)?.nothing).toBe(nothing))
