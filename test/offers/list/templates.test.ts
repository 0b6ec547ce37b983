import { expect, test } from 'vitest'
import { checkOffer, problemsOf } from '#app/offers/check.ts'
import { candidateOf } from '#app/offers/editor/draft.ts'
import { draftFrom, TEMPLATES } from '#app/offers/list/templates.ts'

const TERMS = { currency: 'EUR', timeZone: 'Europe/Berlin' }
/** What only the shop itself can say: which products, which plan. */
const LEFT_OPEN = /items\.(products|from\.collectionId)$|rules\.\d+\.productIds$|subscription\.sellingPlanId$/

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s lacks nothing but what the merchant must choose',
  (id, template) => {
    const { draft } = draftFrom(id, 'EUR')
    const problems = Object.keys(problemsOf(checkOffer(candidateOf(draft, TERMS))))
    expect(problems.filter((path) => !LEFT_OPEN.test(path))).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
    expect(template.todo.length).toBeGreaterThan(1)
  },
)

test('what is no template begins with an empty offer', () => {
  expect(draftFrom('nothing', 'EUR')).toMatchObject({ template: null, draft: { title: '', steps: [{ id: 'step-1' }] } })
})
