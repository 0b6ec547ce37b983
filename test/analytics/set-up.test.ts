import { expect, test } from 'vitest'
import { setUpState, type SetUpFacts } from '#app/analytics/set-up.ts'

const facts = (edit: Partial<SetUpFacts> = {}): SetUpFacts => ({
  sync: { state: 'done', percent: 100, reason: null },
  offers: 1,
  active: 1,
  heardFromCheckout: true,
  ...edit,
})
const running = { state: 'running', percent: 40, reason: null } as const

test.each([
  ['a new shop creates an offer while the sync runs', { sync: running, offers: 0, active: 0, heardFromCheckout: false }, 'create'],
  ['then chooses Encore in the checkout settings', { active: 0, heardFromCheckout: false }, 'pick'],
  ['then activates', { active: 0 }, 'activate'],
  ['the sync is the next step only when nothing else is', { sync: running }, 'sync'],
  ['a sync that stopped is not done', { sync: { state: 'failed', percent: 3, reason: 'no' } }, 'sync'],
] satisfies [string, Partial<SetUpFacts>, string][])('%s', (_, edit, next) => expect(setUpState(facts(edit))?.next).toBe(next))

test('nothing is left to do', () => expect(setUpState(facts())).toBeNull())
