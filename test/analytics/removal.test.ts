import { expect, test } from 'vitest'
import { leftOf, removalOf, type OrderNow, type Removal } from '#app/analytics/unpaid/removal.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute))
const signing = (id: string, minute: number, more: { partly?: boolean; delivery?: { title: string; amount: number } | null } = {}) => ({
  id,
  signedAt: at(minute),
  partly: false,
  delivery: null,
  ...more,
})
const earning = (changesetId: string, lineId: string, more: { kept?: number; paid?: number; unpaid?: number } = {}) => ({
  changesetId,
  lineId,
  kept: 1,
  paid: 0,
  unpaid: 2_000,
  currency: 'EUR',
  ...more,
})
const TITLES = new Map([
  ['2', 'Case'],
  ['3', 'Cable'],
  ['4', 'Sticker'],
])
const DELIVERY = { title: 'Delivery', amount: 490 }
const named = (removal: Removal | null) => removal && [removal.lines.map(({ title }) => title), removal.deliveries.map(({ goes }) => goes)]

test.each([
  ['nothing while a charge may be on its way', [signing('a', 10)], [earning('a', '2')], null],
  ['what the browser reported need not be waited for', [signing('a', 10, { partly: true })], [earning('a', '2')], [['Case'], []]],
  ['what is long unpaid', [signing('a', 1)], [earning('a', '2')], [['Case'], []]],
  ['not what was paid', [signing('a', 1)], [earning('a', '2', { paid: 2_000, unpaid: 0 })], null],
  ['not what was paid in part', [signing('a', 1)], [earning('a', '2', { paid: 500, unpaid: 1_500 })], null],
  ['not what left before', [signing('a', 1)], [earning('a', '2', { kept: 0, unpaid: 0 })], null],
  ['a gift goes with its step', [signing('a', 1)], [earning('a', '2'), earning('a', '4', { unpaid: 0 })], [['Case', 'Sticker'], []]],
  [
    'its delivery goes, that of a paid step stays',
    [signing('b', 2, { delivery: DELIVERY }), signing('a', 1, { delivery: DELIVERY })],
    [earning('a', '2', { paid: 2_000, unpaid: 0 }), earning('b', '3')],
    [['Cable'], [false, true]],
  ],
  [
    'a step that never entered the order has no part in it',
    [signing('a', 1), signing('b', 2, { delivery: DELIVERY })],
    [earning('a', '2')],
    [['Case'], []],
  ],
])('removed is %s', (_, signings, earnings, expected) => {
  expect(named(removalOf({ signings, earnings, titles: TITLES }, at(5)))).toEqual(expected)
})

const removal = (deliveries: Removal['deliveries']): Removal => ({
  lines: [{ id: '3', title: 'Cable', quantity: 1 }],
  deliveries,
  currency: 'EUR',
  owed: 2_000,
})
const delivered = (id: string, more: Partial<OrderNow['deliveries'][number]> = {}) => ({ id, ...DELIVERY, removed: false, ...more })
const lines = (left: number) => [
  { id: '1', left: 1 },
  { id: '3', left },
]

test.each([
  ['the line', lines(1), [delivered('91')], [], { lines: ['3'], deliveries: [] }],
  ['nothing when it went before', lines(0), [delivered('91')], [], { lines: [], deliveries: [] }],
  ['the delivery that came last', lines(1), [delivered('91'), delivered('92')], [true], { lines: ['3'], deliveries: ['92'] }],
  ['never the order’s own', lines(1), [delivered('91')], [true], { lines: ['3'], deliveries: [] }],
  [
    'that of the unpaid step',
    lines(1),
    [delivered('91'), delivered('92'), delivered('93')],
    [true, false],
    { lines: ['3'], deliveries: ['92'] },
  ],
  ['not one at another price', lines(1), [delivered('91'), delivered('92', { amount: 990 })], [true], { lines: ['3'], deliveries: [] }],
  ['a delivery whose line went before', lines(0), [delivered('91'), delivered('92')], [true], { lines: [], deliveries: ['92'] }],
  [
    'nothing of what was removed already',
    lines(0),
    [delivered('91'), delivered('92', { removed: true })],
    [true],
    { lines: [], deliveries: [] },
  ],
])('left is %s', (_, left, deliveries, goes, expected) => {
  const wanted = removal(goes.map((one) => ({ ...DELIVERY, goes: one })))
  expect(leftOf(wanted, { lines: left, deliveries })).toEqual(expected)
})
