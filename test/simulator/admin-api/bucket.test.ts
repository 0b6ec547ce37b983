import { expect, test } from 'vitest'
import { Bucket } from './bucket.ts'

const STANDARD = { maximumAvailable: 2_000, restoreRate: 100 }

test('a full bucket gives 2,000 points and fills by 100 a second', () => {
  const bucket = new Bucket(STANDARD, 0)
  expect(bucket.take(1_500, 0)).toBe(true)
  expect(bucket.take(501, 0)).toBe(false)
  expect(bucket.status(0)).toEqual({ ...STANDARD, currentlyAvailable: 500 })
  expect(bucket.take(501, 10)).toBe(true)
  expect(bucket.status(10_000)).toMatchObject({ currentlyAvailable: 999 })
  expect(bucket.status(60_000)).toMatchObject({ currentlyAvailable: 2_000 })
})

test('what was asked for and not used comes back, and never more than fits', () => {
  const bucket = new Bucket(STANDARD, 0)
  bucket.take(900, 0)
  bucket.giveBack(850)
  expect(bucket.status(0).currentlyAvailable).toBe(1_950)
  bucket.giveBack(850)
  expect(bucket.status(0).currentlyAvailable).toBe(2_000)
})
