import { expect, test } from 'vitest'
import { badgeOf, type OfferSummary } from '#app/offers/list/listing.ts'
import { pageOfOffers } from '#app/offers/list/offers-view.ts'
import { SURFACES } from '#app/offers/surface.ts'

const now = new Date('2026-11-21T12:00:00Z')
const offer = (id: string, edit: Partial<OfferSummary> = {}): OfferSummary => ({
  id,
  title: id,
  status: 'active',
  priority: 0,
  archived: false,
  startsAt: null,
  endsAt: null,
  caps: { total: null, budget: null },
  shownOn: [...SURFACES],
  tested: null,
  ...edit,
})
const KNOWN = { totals: new Map(), uses: new Map(), terms: { currency: 'EUR', timeZone: 'UTC' }, shut: { email: 'off' as const } }
const page = (offers: OfferSummary[], asked = '') => pageOfOffers(offers, KNOWN, new URLSearchParams(asked), now)

test.each([
  ['running', {}, 'active'],
  ['not yet', { startsAt: '2026-11-22T00:00:00Z' }, 'scheduled'],
  ['no longer', { endsAt: '2026-11-21T12:00:00Z' }, 'ended'],
  ['paused before its start', { status: 'paused', startsAt: '2026-11-22T00:00:00Z' }, 'paused'],
  ['archived whatever it was', { archived: true }, 'archived'],
  ['stopped by its limit', { caps: { total: 3, budget: null } }, 'stopped'],
  ['below its limit', { caps: { total: 4, budget: null } }, 'active'],
] as const)('%s', (_, edit, badge) => expect(badgeOf(offer('a', edit), { accepted: 3, discount: 0, stepDiscount: 0 }, now)).toBe(badge))

test('each tab counts its own, and archived offers are only in theirs', () => {
  const { counts, rows } = page([offer('a'), offer('b', { status: 'draft' }), offer('c', { archived: true })], 'tab=archived')
  expect(counts).toEqual({ all: 2, active: 1, paused: 0, draft: 1, archived: 1 })
  expect(rows.map(({ id }) => id)).toEqual(['c'])
})

test.each([
  ['', 1],
  ['page=2', 2],
  ['page=99', 3],
  ['page=-1', 1],
  ['page=x', 1],
])('a page that is not there is the nearest that is: %s', (asked, number) => {
  const many = Array.from({ length: 60 }, (_, index) => offer(`o${index}`))
  expect(page(many, asked)).toMatchObject({ page: number, pages: 3 })
})

test('the page is the one of the offer that is asked for, where the list holds it', () => {
  const many = Array.from({ length: 60 }, (_, index) => offer(`o${index}`, { status: index === 30 ? 'draft' : 'active' }))
  expect(page(many, 'at=o30')).toMatchObject({ page: 2, at: 'o30' })
  expect(page(many, 'at=o30&page=3')).toMatchObject({ page: 2, at: 'o30' })
  expect(page(many, 'at=o30&tab=active&page=3')).toMatchObject({ page: 3, at: null })
})

test('each word of the search must be in the name; neighbours on other pages are named for moving', () => {
  const many = Array.from({ length: 60 }, (_, index) => offer(`o${index}`, { title: index % 2 ? `Case for a phone ${index}` : 'Charger' }))
  expect(page(many, 'search=PHONE%20case').found).toBe(30)
  expect(page(many, 'search=case%20charger').rows).toEqual([])
  expect(page(many, 'page=2')).toMatchObject({ from: 25, above: 'o24', below: 'o50' })
  expect(page(many)).toMatchObject({ from: 0, above: null, below: 'o25' })
})

test('a row says where its offer is met, unless that is everywhere', () => {
  const { rows } = page([offer('a'), offer('b', { shownOn: ['thank-you', 'email'] })])
  expect(rows.map(({ places }) => places)).toEqual([null, 'Only: Thank-you page, Message'])
})

test.each<[string, Partial<OfferSummary>, number]>([
  ['whose only place is shut', { shownOn: ['email'] }, 1],
  ['with another place', { shownOn: ['email', 'thank-you'] }, 0],
  ['that is archived', { shownOn: ['email'], archived: true }, 0],
])('an offer %s says so in the list, or not', (_, edit, count) => {
  expect(page([offer('a', edit)], edit.archived ? 'tab=archived' : '').rows[0]?.shut).toHaveLength(count)
})
