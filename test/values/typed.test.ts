import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentTyped, wholeTyped } from '#app/values/typed.ts'

test.each([
  ['12', 12],
  [' 12 ', 12],
  ['1,000', 1_000],
  ['1.000.000', 1_000_000],
  ['1,5', NaN],
  ['1,00', NaN],
  ['0x10', NaN],
  ['', NaN],
])('as a whole number “%s” is %d', (text, number) => expect(wholeTyped(text)).toBe(number))

test.each([
  ['12', 12],
  [' 12,5 ', 12.5],
  ['12.5', 12.5],
  ['.5', 0.5],
  ['33,333', 33.333],
  ['0,125', 0.125],
  ['1,000', 1_000],
  ['1.000', 1_000],
  ['1,250', 1_250],
  ['1,000,000', NaN],
  ['12 %', NaN],
  ['0x10', NaN],
  ['', NaN],
])('as a percentage “%s” is %d', (text, number) => expect(percentTyped(text)).toBe(number))

test('a percentage that is stored reads as it was', () => {
  const thousandths = fc.integer({ min: 0, max: 100_000 }).map((parts) => parts / 1_000)
  fc.assert(fc.property(thousandths, (percent) => percentTyped(String(percent)) === percent))
})
