import { expect, test } from 'vitest'
import { csvOf } from '#app/analytics/csv.ts'
import { NOTHING } from '#app/analytics/figures.ts'

const sold = {
  ...NOTHING,
  visits: 4,
  impressions: 5,
  acceptances: 2,
  acceptedVisits: 2,
  orders: 2,
  rest: 40_000,
  added: 3_400,
  revenue: 3_400,
  discount: 600,
  lines: 2,
  known: 3_400,
  cost: 4_000,
}
const row = (name: string, figures = sold) => ({ key: '2026-11-01', name, url: null, figures })
const lines = (text: string) => text.split('\r\n')

test('it begins with a byte order mark, and every record ends as RFC 4180 says', () => {
  const text = csvOf([row('A case')], 'offer', 'EUR')
  expect(text.startsWith('\ufeffOffer,Currency,Orders that saw it,')).toBe(true)
  expect(lines(text)).toHaveLength(3)
  expect(text.endsWith('\r\n')).toBe(true)
})

test('amounts are decimals of their currency, and a negative margin stays a number', () => {
  expect(lines(csvOf([row('A case')], 'offer', 'EUR'))[1]).toBe('A case,EUR,4,5,2,0,0.5,34,8.5,0.085,6,-6,0,0,0')
  expect(lines(csvOf([row('A case')], 'offer', 'KWD'))[1]).toBe('A case,KWD,4,5,2,0,0.5,3.4,0.85,0.085,0.6,-0.6,0,0,0')
  expect(lines(csvOf([row('A case')], 'offer', 'JPY'))[1]).toBe('A case,JPY,4,5,2,0,0.5,3400,850,0.085,600,-600,0,0,0')
})

test.each([
  ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
  ['+1', `'+1`],
  ['-1', `'-1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['＝1', `'＝1`],
  ['Case, black', '"Case, black"'],
  ['Two\nlines', '"Two\nlines"'],
  ['„Hülle“', '„Hülle“'],
])('the name %s is written %s', (name, written) => {
  const [, record = ''] = csvOf([row(name)], 'offer', 'EUR').split(/\r\n/)
  expect(record.startsWith(`${written},EUR,`)).toBe(true)
})

test('a day is written as dates are', () => expect(lines(csvOf([row('1 Nov 2026')], 'day', 'EUR'))[1]).toMatch(/^2026-11-01,/))

test('what cannot be said is empty', () =>
  expect(lines(csvOf([row('Nobody', NOTHING)], 'offer', 'EUR'))[1]).toBe('Nobody,EUR,0,0,0,0,,0,,,0,,0,0,0'))
