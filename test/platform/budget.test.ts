import { expect, test } from 'vitest'
import { backoff, freshBudget, giveBack, settle, spend, waitFor } from '#app/platform/shopify/budget.ts'

const status = { maximumAvailable: 2_000, currentlyAvailable: 50, restoreRate: 100 }

test.each([
  ['what is there is taken at once', 50, 0, 0],
  ['what is missing takes its time', 150, 0, 1_000],
  ['time that has passed counts', 150, 600, 400],
  ['more than the bucket holds waits for a full one', 5_000, 0, 19_500],
])('%s', (_, cost, later, wait) => {
  expect(waitFor(settle(status, 0, 0), cost, later)).toBe(wait)
})

test('what is under way is not counted twice', () => {
  expect(waitFor(settle(status, 30, 0), 50, 0)).toBe(300)
})

test('the bucket never overflows', () => {
  expect(waitFor(spend(freshBudget(0), 0, 3_600_000), 2_001, 3_600_000)).toBe(0)
})

test('what was taken for nothing comes back, and no more than the bucket holds', () => {
  expect(waitFor(giveBack(spend(settle(status, 0, 0), 40, 0), 40, 0), 50, 0)).toBe(0)
  expect(giveBack(freshBudget(0), 40, 0)).toEqual(freshBudget(0))
})

test('waiting grows, stays bounded and is never the same for all', () => {
  expect([backoff(0, 0), backoff(0, 0.99), backoff(3, 0), backoff(30, 0.5)]).toEqual([250, 497.5, 2_000, 15_000])
})
