import { expect, test } from 'vitest'
import { placesThen, replayView } from '#app/surfaces/order/replay.ts'
import type { StepToday } from '#app/surfaces/order/replay-steps.ts'
import type { Surface } from '#app/surfaces/placements/placement.ts'
import { facts } from '../../offers/builders.ts'

const words = { currency: 'EUR', names: { products: {}, collections: {}, offers: {}, variants: {} } }
const NOTHING = { because: null, verdicts: [], notAsked: null }
const NOTHING_THEN = placesThen({ placement: null, verdicts: [], eligibility: { eligible: true, because: 'asked' } }, [], [])

const item = (title: string | null, quantity = 1) => ({ productId: '1', variantId: '11', title, quantity, price: 2_000 })
const stepToday = (number: number, over: Partial<StepToday> = {}): StepToday => ({
  number,
  take: 'all',
  items: [item('Case')],
  closed: null,
  met: true,
  unsure: false,
  onAccept: null,
  onDecline: null,
  ...over,
})
const said = (surface: Surface, ...steps: StepToday[]) => {
  const today = { surface, facts: facts(), elsewhere: [], verdicts: [], because: null, not: null, steps, stepsThen: [] }
  return replayView({ ...NOTHING_THEN, [surface]: NOTHING }, [today], words).places[0]!.steps
}
const film = item('Film', 2)
const FUNNEL = [
  stepToday(1, { onAccept: 3, onDecline: 2 }),
  stepToday(2, { take: 'one', items: [film, item(null)], unsure: true }),
  stepToday(3, { items: [], closed: 'nothing-fits' }),
  stepToday(4, { items: [film], met: false }),
]

test.each<[Surface, { title: string; says: string[] }[]]>([
  [
    'post-purchase',
    [
      { title: 'Step 1: Case', says: ['Accepted: step 3 comes next.', 'Declined: step 2 comes next.'] },
      {
        title: 'Step 2: one of 2 × Film or something no longer in the shop',
        says: [
          'Accepted: nothing more comes.',
          'Declined: nothing more comes.',
          'Not known: whether the order held a subscription already. Shopify adds no second one.',
        ],
      },
      { title: 'Step 3: the best match', says: ['Skipped: its best match found nothing that this shopper had not bought before.'] },
      { title: 'Step 4: 2 × Film', says: ['Not met: no way through the other steps leads here today.'] },
    ],
  ],
  ['email', [{ title: 'Step 1: Case', says: ['A message offers this step alone.'] }]],
])('the steps of what would be shown on %s are told', (surface, says) => expect(said(surface, ...FUNNEL)).toEqual(says))

test('what follows a bought step comes with the next look at a page of the order', () =>
  expect(said('thank-you', FUNNEL[0]!)[0]?.says[0]).toBe('Bought: step 3 comes when a page of this order is opened again.'))
