import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { codeFrom, poolSize, RANDOM_BYTES } from '#app/platform/codes/code.ts'
import { sameCode } from '#app/values/code.ts'
import { expiryOf } from '#app/rewards/expiry.ts'

test('a code can be read out, and says whose it is', () => {
  for (let made = 0; made < 200; made++)
    expect(codeFrom('THANKS', randomBytes(RANDOM_BYTES))).toMatch(/^THANKS(-[2-9CDFHJKMNPQRTVWX]{4}){3}$/)
})

test('no letter is likelier than another', () => {
  const counts = new Map<string, number>()
  for (let made = 0; made < 4_000; made++)
    for (const letter of codeFrom('X', randomBytes(RANDOM_BYTES)).slice(2).replaceAll('-', ''))
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
  const expected = (4_000 * 12) / 23
  expect(counts.size).toBe(23)
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.15)
})

test('too few fair bytes make no code', () => {
  expect(() => codeFrom('X', new Uint8Array(RANDOM_BYTES).fill(255))).toThrow('Too little chance')
})

test('any spelling is the same code', () => expect(sameCode(' thanks-Abcd ')).toBe('THANKS-ABCD'))

test.each([
  [0, 8],
  [100, 100],
  [9_999, 240],
])('after %i codes given lately, %i are kept ready', (given, size) => expect(poolSize(given)).toBe(size))

test.each([
  ['Europe/Berlin', '2026-12-22', '2026-12-22T22:59:59.000Z'],
  ['Pacific/Auckland', '2026-12-23', '2026-12-23T10:59:59.000Z'],
  ['America/Los_Angeles', '2026-12-22', '2026-12-23T07:59:59.000Z'],
])('in %s a code of 30 days lives until the end of %s', (zone, day, until) => {
  const { day: last, expiresAt } = expiryOf(new Date('2026-11-22T12:00:00Z'), 30, zone)
  expect([last, expiresAt.toISOString()]).toEqual([day, until])
})
