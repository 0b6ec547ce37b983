import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  amountTyped,
  allocate,
  exponentOf,
  formatDecimal,
  formatMoney,
  money,
  parseMoney,
  percentageOf,
  percentageOff,
  portion,
} from '#app/values/money.ts'

const currency = fc.constantFrom('JPY', 'EUR', 'KWD')
const amount = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 })

test.each([
  ['12.34', 'EUR', 1_234],
  ['12', 'EUR', 1_200],
  ['12.3', 'EUR', 1_230],
  ['-0.05', 'EUR', -5],
  ['-0.00', 'EUR', 0],
  ['1000', 'JPY', 1_000],
  ['1000.00', 'JPY', 1_000],
  ['1.250', 'KWD', 1_250],
  ['1.25', 'KWD', 1_250],
  ['0.285', 'EUR', 29],
  ['-0.285', 'EUR', -29],
  ['0.2849', 'EUR', 28],
  ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
])('%s %s is %i minor units', (decimal, code, minor) => expect(parseMoney(decimal, code)).toBe(minor))

test.each(['', '1,5', '1e3', ' 1', '.5', '1.', 'NaN', '90071992547409.92'])('%j is not an amount', (decimal) => {
  expect(() => parseMoney(decimal, 'EUR')).toThrow()
})

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['IQD', 3],
  ['MGA', 2],
  ['XXX', 2],
])('%s has %i decimals', (code, decimals) => expect(exponentOf(code)).toBe(decimals))

test.each([
  ['12,5', 'EUR', 1_250],
  [' 12.50 ', 'EUR', 1_250],
  ['1,000', 'EUR', NaN],
  ['1.000', 'EUR', NaN],
  ['1,000', 'KWD', 1_000],
  ['1,000', 'JPY', NaN],
  ['1000', 'JPY', 1_000],
  ['9999999999999', 'EUR', NaN],
  ['€5', 'EUR', NaN],
  ['', 'EUR', NaN],
])('somebody who types %j in %s means %d', (text, currency, amount) => expect(amountTyped(text, currency)).toBe(amount))

test('what is formatted parses to the same amount', () => {
  fc.assert(fc.property(amount, currency, (minor, code) => parseMoney(formatDecimal(minor, code), code) === minor))
})

test('allocations add up to the total, stay between zero and it, and give nothing to a weight of zero', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(amount, weights, currency, (minor, shares, code) => {
      const parts = allocate(money(minor, code).amount, shares)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(minor)
      expect(parts.every((part) => Math.abs(part) <= Math.abs(minor) && part * minor >= 0)).toBe(true)
      if (shares.some((share) => share > 0)) expect(parts.filter((part, index) => shares[index] === 0 && part !== 0)).toEqual([])
    }),
  )
})

test('a discount and what it leaves add up to the price', () => {
  const percent = fc.integer({ min: 0, max: 1_000_000 }).map((steps) => steps / 10_000)
  fc.assert(fc.property(fc.nat(9_000_000_000), percent, (price, off) => percentageOf(price, off) + percentageOff(price, off) === price))
})

test.each([
  [1_990, 15, 299],
  [999, 33.33, 333],
  [5, 50, 3],
  [-5, 50, -3],
  [1_000, 100, 1_000],
])('of %i, %f percent is %i', (price, percent, off) => expect(percentageOf(price, percent)).toBe(off))

test('a portion is exact where floating point is not', () => expect(portion(9_007_199_254_740_991, 3, 3)).toBe(9_007_199_254_740_991))

test.each([
  [money(123_456, 'EUR'), 'de', '1.234,56 €'],
  [money(1_234, 'JPY'), 'en', '¥1,234'],
  [money(1_250, 'KWD'), 'en', 'KWD 1.250'],
])('%j in %s reads %s', (amount, locale, text) => expect(formatMoney(amount, locale).replace(/\u00a0/g, ' ')).toBe(text))
