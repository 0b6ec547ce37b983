import { expect, test } from 'vitest'
import { checkOffer } from '#app/offers/check.ts'
import { candidateOf, changedSince, draftOf, emptyDraft } from '#app/offers/editor/draft.ts'
import { nextStepId } from '#app/offers/editor/step-draft.ts'
import { OfferDefinition } from '#app/offers/offer.ts'

const definition = (edit: object = {}) =>
  OfferDefinition.parse({
    title: 'Case',
    rules: {
      kind: 'all',
      rules: [
        { kind: 'order-value', atLeast: 5_000, atMost: null },
        { kind: 'none', rules: [{ kind: 'any', rules: [{ kind: 'country', countries: ['DE'] }] }] },
      ],
    },
    steps: [
      {
        id: 'step-1',
        items: { kind: 'bundle', products: [{ productId: '1', variantId: '11', quantity: 2 }] },
        discount: { kind: 'fixed', amount: 1_250 },
        wording: { en: { headline: 'One more?' } },
        onAccept: null,
        onDecline: null,
      },
    ],
    priority: 7,
    schedule: { startsAt: '2026-10-24T22:30:00+02:00', endsAt: '2026-10-26T08:00:00+01:00' },
    ...edit,
  })

test.each([
  ['euro', 'EUR', 'Europe/Berlin'],
  ['yen, which has no decimals', 'JPY', 'Asia/Tokyo'],
  ['dinar, which has three', 'KWD', 'Asia/Kuwait'],
])('what is opened and saved untouched stays the same: %s', (_, currency, timeZone) => {
  const terms = { currency, timeZone }
  const before = definition()
  const after = OfferDefinition.parse(candidateOf(draftOf({ definition: before, status: 'active' }, terms), terms))
  expect({ ...after, schedule: null }).toEqual({ ...before, schedule: null })
  const instants = ({ schedule }: OfferDefinition) => [Date.parse(schedule.startsAt ?? ''), Date.parse(schedule.endsAt ?? '')]
  expect(instants(after)).toEqual(instants(before))
})

test('a time of day is the shop’s, on either side of the change of clocks', () => {
  const draft = { ...emptyDraft(), schedule: { startsAt: '2026-10-24T12:00', endsAt: '2026-10-25T12:00' } }
  expect(candidateOf(draft, { currency: 'EUR', timeZone: 'Europe/Berlin' })).toMatchObject({
    schedule: { startsAt: '2026-10-24T12:00:00+02:00', endsAt: '2026-10-25T12:00:00+01:00' },
  })
})

test.each([
  ['12.5', 'EUR', 1_250],
  ['12,5', 'EUR', 1_250],
  ['1', 'KWD', 1_000],
  ['500', 'JPY', 500],
  ['twelve', 'EUR', NaN],
  ['-3', 'EUR', NaN],
  ['1,000', 'EUR', NaN],
  ['1,000', 'KWD', 1_000],
])('“%s” in %s is %d', (value, currency, amount) => {
  const steps = [{ ...emptyDraft().steps[0]!, discount: { kind: 'fixed' as const, value } }]
  expect(candidateOf({ ...emptyDraft(), steps }, { currency, timeZone: 'UTC' })).toMatchObject({ steps: [{ discount: { amount } }] })
})

test('a percentage of a thousand is refused at its field', () => {
  const steps = [{ ...emptyDraft().steps[0]!, discount: { kind: 'percentage' as const, value: '1,000' } }]
  const rules = {
    key: 'root',
    kind: 'all' as const,
    rules: [{ key: 'a', kind: 'random-share' as const, values: { percent: '1,000', salt: 's' } }],
  }
  expect(checkOffer(candidateOf({ ...emptyDraft(), rules, steps }, { currency: 'EUR', timeZone: 'UTC' }))).toMatchObject({
    detail: {
      'steps.0.discount.percent': 'Enter a percentage above 0, at most 100',
      'rules.rules.0.percent': 'Enter a percentage above 0, at most 100',
    },
  })
})

test('an empty draft is not an offer yet, and says what it lacks', () => {
  const checked = checkOffer(candidateOf(emptyDraft(), { currency: 'EUR', timeZone: 'UTC' }))
  expect(checked).toMatchObject({ ok: false, detail: { title: expect.any(String), 'steps.0.items.products': expect.any(String) } })
})

test('a new step never takes the name of one that is there', () => {
  expect(nextStepId([{ id: 'step-1' }, { id: 'step-3' }])).toBe('step-4')
})

test.each([
  ['what was not touched', {}, { moved: false }],
  ['another priority', { priority: '9' }, { moved: true }],
  ['another status', { status: 'paused' }, { status: 'paused', moved: false }],
] as const)('the list’s own say stands unless it was changed here: %s', (_, edit, changed) => {
  const opened = draftOf({ definition: definition(), status: 'active' }, { currency: 'EUR', timeZone: 'UTC' })
  expect(changedSince(opened, { ...opened, ...edit })).toEqual(changed)
})
