import { expect, test } from 'vitest'
import { checkOffer } from '#app/offers/check.ts'
import { candidateOf, emptyDraft, type OfferDraft } from '#app/offers/editor/draft.ts'
import { newProduct } from '#app/offers/editor/step-draft.ts'
import { withoutStep, withStep } from '#app/offers/editor/step-edits.ts'

const ways = ({ steps }: OfferDraft) => steps.map(({ id, onAccept, onDecline }) => [id, onAccept, onDecline])
const finished = (draft: OfferDraft): OfferDraft => ({
  ...draft,
  title: 'Six',
  steps: draft.steps.map((step) => ({ ...step, products: [newProduct('1', '11')] })),
})
const steps = (count: number) => Array.from({ length: count - 1 }).reduce<OfferDraft>(withStep, emptyDraft())

test.each([1, 2, 3, 4, 5, 6])('%d steps, added one by one, make an offer that can be saved', (count) =>
  expect(checkOffer(candidateOf(finished(steps(count)), { currency: 'EUR', timeZone: 'UTC' })).ok).toBe(true),
)

test('a second and a third step follow on a decline', () =>
  expect(ways(steps(3))).toEqual([
    ['step-1', null, 'step-2'],
    ['step-2', null, 'step-3'],
    ['step-3', null, null],
  ]))

test('what a removed step led to is still met', () =>
  expect(ways(withoutStep(steps(3), 'step-2'))).toEqual([
    ['step-1', null, 'step-3'],
    ['step-3', null, null],
  ]))
