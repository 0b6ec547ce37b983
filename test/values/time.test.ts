import { expect, test } from 'vitest'
import { DAYS, dayOf, daysIn, HOURS, lastDays, later } from '#app/values/time.ts'

const at = (iso: string) => new Date(iso)

test.each([
  ['2026-11-21T22:59:59Z', 'Europe/Berlin', '2026-11-21'],
  ['2026-11-21T23:00:00Z', 'Europe/Berlin', '2026-11-22'],
  ['2026-11-21T21:00:00Z', 'Asia/Kuwait', '2026-11-22'],
])('%s in %s is %s', (instant, zone, day) => expect(dayOf(at(instant), zone)).toBe(day))

test('the last days are whole days of the shop, today included', () => {
  expect(lastDays(at('2026-11-21T12:00:00Z'), 7, 'Europe/Berlin')).toEqual({
    from: at('2026-11-14T23:00:00Z'),
    to: at('2026-11-21T23:00:00Z'),
  })
})

test('the day the clock changes has 25 hours and counts once', () => {
  const range = lastDays(at('2026-10-25T12:00:00Z'), 1, 'Europe/Berlin')
  expect(range.to.getTime() - range.from.getTime()).toBe(25 * HOURS)
  expect(daysIn(range, 'Europe/Berlin')).toEqual(['2026-10-25'])
})

test('a range names every day it touches', () => {
  expect(daysIn({ from: at('2026-11-20T12:00:00Z'), to: later(at('2026-11-20T12:00:00Z'), DAYS) }, 'UTC')).toEqual([
    '2026-11-20',
    '2026-11-21',
  ])
})
