import { expect, test } from 'vitest'
import { before, daysOf, periodOf, rangeOf, sayPeriod } from '#app/analytics/period.ts'

const BERLIN = 'Europe/Berlin'
const NOW = new Date('2026-11-21T23:30:00Z') // the 22nd in Berlin
const asked = (text: string) => periodOf(new URLSearchParams(text), NOW, BERLIN)

test.each([
  ['', '30', '2026-10-24', '2026-11-22'],
  ['period=today', 'today', '2026-11-22', '2026-11-22'],
  ['period=yesterday', 'yesterday', '2026-11-21', '2026-11-21'],
  ['period=7', '7', '2026-11-16', '2026-11-22'],
  ['period=90', '90', '2026-08-25', '2026-11-22'],
  ['period=month', 'month', '2026-11-01', '2026-11-22'],
  ['period=last-month', 'last-month', '2026-10-01', '2026-10-31'],
  ['period=year', 'year', '2026-01-01', '2026-11-22'],
  ['from=2026-11-01&to=2026-11-03', 'custom', '2026-11-01', '2026-11-03'],
  ['from=2026-11-03&to=2026-11-01', '30', '2026-10-24', '2026-11-22'],
  ['from=1900-01-01&to=2026-11-01', '30', '2026-10-24', '2026-11-22'],
  ['from=2026-02-30&to=2026-03-01', '30', '2026-10-24', '2026-11-22'],
  ['period=nonsense', '30', '2026-10-24', '2026-11-22'],
])('%s', (address, preset, from, to) => expect(asked(address)).toEqual({ preset, from, to }))

test('days begin at midnight in the shop, and one has 25 hours', () => {
  const { from, to } = rangeOf({ from: '2026-10-25', to: '2026-10-25' }, BERLIN)
  expect([from.toISOString(), to.toISOString()]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
})

test('the period before has as many days and ends the day before', () => {
  expect(before({ from: '2026-11-01', to: '2026-11-30' })).toEqual({ from: '2026-10-02', to: '2026-10-31' })
  expect(before({ from: '2026-11-22', to: '2026-11-22' })).toEqual({ from: '2026-11-21', to: '2026-11-21' })
})

test('every day is named once', () =>
  expect(daysOf({ from: '2026-10-30', to: '2026-11-01' })).toEqual(['2026-10-30', '2026-10-31', '2026-11-01']))

test.each([
  ['2026-11-01', '2026-11-30', '1 to 30 Nov 2026'],
  ['2026-10-28', '2026-11-03', '28 Oct to 3 Nov 2026'],
  ['2025-12-31', '2026-01-01', '31 Dec 2025 to 1 Jan 2026'],
  ['2026-11-05', '2026-11-05', '5 Nov 2026'],
])('%s to %s is said %s', (from, to, said) => expect(sayPeriod({ from, to })).toBe(said))
