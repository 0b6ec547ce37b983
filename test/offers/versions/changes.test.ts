import { expect, test } from 'vitest'
import { changesBetween, partsOf } from '#app/offers/versions/changes.ts'
import { OfferDefinition } from '#app/offers/offer.ts'
import type { Words } from '#app/offers/rules/words.ts'

const names = {
  products: {},
  variants: { '11': { title: 'Case', imageUrl: null, productId: '1' }, '12': { title: 'Charger', imageUrl: null, productId: '1' } },
  collections: { '5': { title: 'Accessories', imageUrl: null } },
  offers: {},
}
const WORDS: Words = { names, currency: 'EUR' }
const step = (edit: object = {}) => ({
  id: 'step-1',
  items: { kind: 'bundle', products: [{ productId: '1', variantId: '11' }] },
  discount: { kind: 'none' },
  onAccept: null,
  onDecline: null,
  ...edit,
})
const offer = (edit: object = {}) =>
  OfferDefinition.parse({
    title: 'Case',
    rules: { kind: 'all', rules: [] },
    steps: [step()],
    schedule: { startsAt: null, endsAt: null },
    ...edit,
  })
const changes = (edit: object) => changesBetween(offer(), offer(edit), WORDS, 'Europe/Berlin')

test.each([
  ['its name', { title: 'Better' }, [{ part: 'Name', before: 'Case', after: 'Better' }]],
  [
    'its rules',
    { rules: { kind: 'all', rules: [{ kind: 'order-value', atLeast: 5_000, atMost: null }] } },
    [
      {
        part: 'Who sees it',
        before: 'Shown after every purchase that can show an offer.',
        after: 'Shown to shoppers who spent at least €50.00.',
      },
    ],
  ],
  [
    'a discount',
    { steps: [step({ discount: { kind: 'percentage', percent: 10 }, crossedOut: false })] },
    [{ part: 'Step 1, price', before: 'No discount', after: '10 % off' }],
  ],
  [
    'what is offered',
    { steps: [step({ items: { kind: 'best', from: { kind: 'collection', collectionId: '5' } } })] },
    [{ part: 'Step 1, what is offered', before: '1 × Case', after: 'The best one of Accessories, 1 ×' }],
  ],
  [
    'words in one language',
    { steps: [step({ wording: { de: { headline: 'Noch etwas?' } } })] },
    [{ part: 'Step 1, wording', before: 'Encore’s own words', after: 'Headline in German: “Noch etwas?”' }],
  ],
  [
    'limits',
    { caps: { perShopper: { times: 1, days: 30 }, total: null, budget: 10_000 } },
    [{ part: 'Limits', before: 'none', after: 'once per shopper within 30 days, €100.00 of discount in all' }],
  ],
  [
    'where it is met',
    { shownOn: ['thank-you', 'email'] },
    [{ part: 'Where shoppers meet it', before: 'everywhere', after: 'Thank-you page, Message' }],
  ],
  [
    'its schedule',
    { schedule: { startsAt: null, endsAt: '2026-12-01T09:00:00Z' } },
    [{ part: 'Schedule', before: 'at once, without end', after: 'at once, until 1 Dec 2026, 10:00' }],
  ],
  ['nothing but its place in the list', { priority: 9 }, []],
])('a version that changed %s says so', (_, edit, said) => expect(changes(edit)).toEqual(said))

test('a step that came is told part by part, one that went in one line', () => {
  const second = offer({ steps: [step({ onDecline: 'step-2' }), step({ id: 'step-2' })] })
  const came = changesBetween(offer(), second, WORDS, 'UTC')
  expect(came).toContainEqual({ part: 'Step 2, what is offered', before: null, after: '1 × Case' })
  expect(came).toContainEqual({ part: 'Step 1, if the shopper declines', before: 'Go to the order confirmation', after: 'Show step 2' })
  expect(changesBetween(second, offer(), WORDS, 'UTC')).toContainEqual({ part: 'Step 2', before: '1 × Case', after: null })
})

test('what a version says is all of it', () => {
  expect(partsOf(offer(), WORDS, 'UTC').map(({ part }) => part)).toContain('Schedule')
})
