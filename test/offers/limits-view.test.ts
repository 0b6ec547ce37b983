import { expect, test } from 'vitest'
import { limitsView } from '#app/offers/limits-view.ts'

const TERMS = { currency: 'EUR', timeZone: 'Europe/Berlin' }
const stoppedAt = new Date('2026-11-21T12:00:00Z')

test.each([
  ['no limit, nothing to say', { total: null, budget: null }, undefined, { stopped: null, total: null, budget: null }],
  [
    'nobody has accepted it yet',
    { total: 10, budget: null },
    undefined,
    { stopped: null, total: { text: '0 of 10 accepted', percent: 0 }, budget: null },
  ],
  [
    'both limits on the way',
    { total: 1_000, budget: 50_000 },
    { accepted: 999, discount: 12_500, stepDiscount: 500 },
    {
      stopped: null,
      total: { text: '999 of 1,000 accepted', percent: 99 },
      budget: { text: '€125.00 of €500.00 discount given', percent: 25 },
    },
  ],
  [
    'what is left is less than a step gives away',
    { total: null, budget: 50_000 },
    { accepted: 99, discount: 49_900, stepDiscount: 500, stoppedAt },
    { stopped: 'Budget spent since 21 Nov 2026, 13:00', total: null, budget: { text: '€499.00 of €500.00 discount given', percent: 99 } },
  ],
  [
    'a limit lowered below what was used has no hour',
    { total: 5, budget: null },
    { accepted: 9, discount: 0, stepDiscount: 0, stoppedAt: null },
    { stopped: 'Accepted as often as it may', total: { text: '9 of 5 accepted', percent: 100 }, budget: null },
  ],
])('%s', (_, caps, use, expected) => expect(limitsView(caps, use, TERMS)).toEqual(expected))
