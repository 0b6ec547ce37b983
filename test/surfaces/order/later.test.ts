import { expect, test } from 'vitest'
import { laterView, notAskedView, type Later } from '#app/surfaces/order/later.ts'
import { whyNotAsked } from '#app/surfaces/order/not-asked.ts'
import type { Deed } from '#app/surfaces/placements/placement.ts'
import type { OfferVerdict } from '#app/surfaces/verdicts.ts'
import { facts, offer } from '../../offers/builders.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const link = (over: Partial<Later['links'][number]> = {}) => ({
  at: '2026-11-26T10:00:00Z',
  until: '2026-11-29T10:00:00Z',
  order: null,
  orderName: null,
  ...over,
})
const nothing = {
  offerId: 'o',
  decidedAt: NOW,
  because: null,
  elsewhere: [],
  events: [],
  links: [],
  verdicts: [],
  facts: facts({ total: 9_900 }),
}
const WORDS = { currency: 'EUR', names: { products: {}, collections: {}, offers: {}, variants: {} } }
const said = (over: Partial<Later>) => laterView([{ surface: 'thank-you', title: 'A case', ...nothing, ...over }], WORDS, 'UTC', NOW)[0]

test.each<[string, Partial<Later>, string[]]>([
  ['nothing was done with it', {}, []],
  ['she saw it', { events: [{ kind: 'shown', at: '2026-11-26T09:00:00Z' }] }, ['Shown']],
  [
    'what happened stands in its order',
    { events: [{ kind: 'shown', at: '2026-11-26T09:00:00Z' }], links: [link({ order: '8', orderName: '#1008' })] },
    ['Shown', 'Accepted: order'],
  ],
  ['the checkout is still open', { links: [link()] }, ['Accepted: the shopper went to the checkout, and no order has come of it yet']],
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
  ['it was not kept why', { title: null }, 'There was nothing to show.'],
])('why a later page had nothing to show: %s', (_, over, nothing) => expect(said(over)?.nothing).toBe(nothing))

const { definition } = offer('a case', { rules: [{ kind: 'order-value', atLeast: 20_000, atMost: null }], shownOn: ['post-purchase'] })
const deed = (over: Partial<Deed>): Deed => ({ surface: 'post-purchase', kind: 'shown', offerId: 'o', productIds: [], ...over })
const MET: OfferVerdict['explained'] = { verdict: 'unavailable', because: 'met-before' }

test.each<[string, OfferVerdict['explained'], Deed[], string, RegExp | null]>([
  ['it was chosen', { verdict: 'chosen' }, [], 'Chosen', null],
  ['it was shown before', MET, [deed({})], 'Met elsewhere', /was shown it on the page after payment already/],
  ['an answer says more', MET, [deed({}), deed({ kind: 'declined' })], 'Met elsewhere', /declined it on the page after payment/],
  ['it came by message', MET, [deed({ surface: 'email', kind: 'accepted' })], 'Met elsewhere', /accepted it by message/],
  ['another offer was met', MET, [deed({ offerId: 'other' })], 'Fitted', /had met it elsewhere/],
  [
    'what it offers was met',
    { verdict: 'unavailable', because: 'in-order' },
    [],
    'Fitted',
    /bought since, or was proposed on another page/,
  ],
  ['it is for other places', { verdict: 'other-surface' }, [], 'Not on this page', /Page after payment/],
  ['it fits, and was not shown', { verdict: 'matched' }, [], 'Fitted', /not shown here/],
  [
    'a condition says no',
    { verdict: 'no-match', rule: { matches: false, because: 'order-value', path: [0], wanted: true, known: true } },
    [],
    'Did not fit',
    /at least €200.00/,
  ],
])('the verdict of an offer on a later page: %s', (_, explained, elsewhere, verdict, because) => {
  const [view] = said({ elsewhere, verdicts: [{ offerId: 'o', version: 2, definition, explained }] })?.verdicts ?? []
  expect(view).toMatchObject({ verdict, version: 2, because: because ? expect.stringMatching(because) : null })
  expect(view?.trace?.inner).toMatchObject([{ state: 'no' }])
})

test.each<[string, OfferVerdict['explained'][], string]>([
  ['only what she had met', [MET], 'The shopper had met what fitted already.'],
  ['something sold out too', [MET, { verdict: 'unavailable', because: 'sold-out' }], 'What fitted could not be sold at that moment.'],
])('what fitted a later page was %s', (_, explained, nothing) => {
  const verdicts = explained.map((one, index) => ({ offerId: `${index}`, version: 1, definition, explained: one }))
  expect(said({ title: null, because: 'nothing-available', verdicts })?.nothing).toBe(nothing)
})

test.each<[string, Parameters<typeof whyNotAsked>, RegExp, boolean]>([
  ['the block is off', ['thank-you', { on: false, seen: true, elsewhere: false }, []], /switched off/, true],
  ['the block is nowhere', ['order-status', { on: true, seen: false, elsewhere: false }, []], /has to be placed/, true],
  ['it was sold at a till', ['thank-you', { on: true, seen: false, elsewhere: true }, []], /did not come from the online store/, false],
  [
    'it was sold at a till, and the block is off',
    ['order-status', { on: false, seen: true, elsewhere: true }, []],
    /did not come from the online store/,
    false,
  ],
  [
    'she had taken one',
    ['order-status', { on: true, seen: true, elsewhere: false }, [deed({ kind: 'accepted' })]],
    /accepted an offer/,
    false,
  ],
  ['she did not come', ['thank-you', { on: true, seen: true, elsewhere: false }, []], /was not opened/, false],
  ['a page showed one', ['email', null, [deed({})]], /gets none by message/, false],
  ['no message was due', ['email', null, []], /No message/, false],
])('why a place decided nothing: %s', (_, asked, because, changeable) => {
  const [view] = notAskedView([{ surface: asked[0], because: whyNotAsked(...asked) }])
  expect(view?.because).toMatch(because)
  expect(view?.settings).toBe(changeable ? '/settings/blocks' : null)
})
