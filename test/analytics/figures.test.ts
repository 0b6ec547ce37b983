import { expect, test } from 'vitest'
import { figuresBy, nothing } from '#app/analytics/figures.ts'

const events = [
  { offerId: 'a', stepId: 'one', shown: 10, declined: 4 },
  { offerId: 'a', stepId: 'two', shown: 4, declined: 1 },
  { offerId: 'b', stepId: 'one', shown: 3, declined: 0 },
]
const sales = [
  { offerId: 'a', stepId: 'two', acceptances: 2, revenue: 500 },
  { offerId: 'c', stepId: 'one', acceptances: 1, revenue: 70 },
]
const figures = (impressions: number, declines: number, acceptances: number, amount: number) => ({
  impressions,
  declines,
  acceptances,
  revenue: { amount, currency: 'JPY' },
})

test('figures add up by offer, and an offer with sales alone is among them', () => {
  expect(figuresBy(({ offerId }) => offerId, events, sales, 'JPY')).toEqual(
    new Map([
      ['a', figures(14, 5, 2, 500)],
      ['b', figures(3, 0, 0, 0)],
      ['c', figures(0, 0, 1, 70)],
    ]),
  )
})

test('and altogether', () => expect(figuresBy(() => 'all', events, sales, 'JPY').get('all')).toEqual(figures(17, 5, 3, 570)))
test('nothing is nothing', () => expect(figuresBy(() => 'all', [], [], 'JPY').get('all') ?? nothing('JPY')).toEqual(figures(0, 0, 0, 0)))
