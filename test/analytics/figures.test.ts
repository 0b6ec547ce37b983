import { expect, test } from 'vitest'
import {
  acceptanceRate,
  figuresIn,
  margin,
  NOTHING,
  offerAndStep,
  orderValues,
  reportOf,
  revenuePerVisit,
  stepKey,
  uplift,
  type Figures,
} from '#app/analytics/figures.ts'

const visits = { visits: 8, impressions: 10, declines: 4, fallbacks: 1 }
const sales = {
  acceptances: 3,
  acceptedVisits: 2,
  orders: 2,
  rest: 8_000,
  added: 1_600,
  revenue: 2_000,
  returned: 0,
  discount: 300,
  lines: 2,
  unknown: 1,
  known: 1_500,
  cost: 600,
}

test('what was seen stands beside what was sold, and either may be missing', () => {
  const report = reportOf(
    [
      { dimension: 'all', key: '', ...visits },
      { dimension: 'offer', key: 'a', ...visits },
    ],
    [
      { dimension: 'all', key: '', ...sales },
      { dimension: 'offer', key: 'b', ...sales },
    ],
  )
  expect(figuresIn(report, 'all')).toEqual({ ...visits, ...sales })
  expect(figuresIn(report, 'offer', 'a')).toEqual({ ...NOTHING, ...visits })
  expect(figuresIn(report, 'offer', 'b')).toEqual({ ...NOTHING, ...sales })
  expect(figuresIn(report, 'day', '2026-11-01')).toEqual(NOTHING)
})

const all: Figures = { ...visits, ...sales }
test.each<[string, unknown, unknown]>([
  ['orders that took it of those that saw it', acceptanceRate(all), 0.25],
  ['revenue over purchases that met the page', revenuePerVisit(all), 250],
  ['how much larger the orders became', uplift(all), 0.2],
  ['their average without and with', orderValues(all), { without: 4_000, with: 4_800 }],
  ['margin of the lines whose cost is known', margin(all), 900],
  ['a gift alone has a margin below nothing', margin({ ...all, known: 0, unknown: 0 }), -600],
  ['no margin where no cost is known', margin({ ...all, unknown: 2 }), null],
  ['nothing shown, no rate', acceptanceRate(NOTHING), null],
  ['nobody came, nothing per visit', revenuePerVisit(NOTHING), null],
  ['nothing accepted, no uplift', uplift(NOTHING), null],
  ['all bought by a link alone, no uplift', uplift({ ...all, orders: 0, rest: 0, added: 0 }), null],
  ['and no averages', orderValues(NOTHING), null],
])('%s', (_, found, expected) => expect(found).toEqual(expected))

test('a step is told by its offer and its id, whatever the id holds', () => {
  expect(offerAndStep(stepKey('offer-1', 'second step'))).toEqual(['offer-1', 'second step'])
})
