import { expect, test } from 'vitest'
import { shutAmong, type ShutPlaces } from '#app/offers/shut.ts'
import { SURFACES, type Surface } from '#app/offers/surface.ts'

const SHUT: ShutPlaces = { 'thank-you': 'not-placed', email: 'off' }

test.each<[string, readonly Surface[], string[], boolean]>([
  ['an offer that is met everywhere has a place left', SURFACES, ['thank-you', 'email'], false],
  ['its only place is shut', ['thank-you'], ['thank-you'], true],
  ['all of its places are shut', ['thank-you', 'email'], ['thank-you', 'email'], true],
  ['its places are open', ['post-purchase', 'order-status'], [], false],
  ['who has chosen no place yet is told so elsewhere', [], [], false],
])('%s', (_, shownOn, closed, all) => {
  const found = shutAmong(shownOn, SHUT)
  expect([found.places.map(({ surface }) => surface), found.all]).toEqual([closed, all])
})

test('each leads to where it is opened', () => {
  expect(shutAmong(SURFACES, SHUT).places).toEqual([
    { surface: 'thank-you', because: 'not-placed', settings: '/settings/blocks' },
    { surface: 'email', because: 'off', settings: '/automations/missed-offer' },
  ])
})
