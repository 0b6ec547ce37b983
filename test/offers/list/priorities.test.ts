import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedOffer, type Ranked } from '#app/offers/list/priorities.ts'

const ranked = (...priorities: number[]): Ranked[] => priorities.map((priority, index) => ({ id: `o${index}`, priority }))
const after = (offers: readonly Ranked[], changes: readonly Ranked[]) =>
  offers
    .map((offer) => changes.find(({ id }) => id === offer.id) ?? offer)
    .sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)

test.each([
  ['into room only the moved one changes', ranked(30, 20, 10), ['o2', 'o1', 'before'], [{ id: 'o2', priority: 25 }]],
  ['to the top', ranked(30, 20), ['o1', 'o0', 'before'], [{ id: 'o1', priority: 40 }]],
  ['to the end', ranked(30, 20), ['o0', 'o1', 'after'], [{ id: 'o0', priority: 10 }]],
  ['where it is nothing changes', ranked(30, 20), ['o1', 'o0', 'after'], []],
  ['beside itself nothing changes', ranked(30, 20), ['o1', 'o1', 'before'], []],
  ['beside one that is gone nothing changes', ranked(30, 20), ['o1', 'gone', 'before'], []],
  [
    'among equals all get room',
    ranked(0, 0, 0),
    ['o2', 'o0', 'after'],
    [
      { id: 'o0', priority: 30 },
      { id: 'o2', priority: 20 },
      { id: 'o1', priority: 10 },
    ],
  ],
] as const)('%s', (_, offers, [id, target, side], changes) => expect(movedOffer(offers, id, target, side)).toEqual(changes))

test('however the priorities were, the offer ends beside the other and nobody else changes places', () => {
  const offers = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 30 })
    .map((priorities) => ranked(...priorities).sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1)))
  fc.assert(
    fc.property(offers, fc.nat(), fc.nat(), fc.constantFrom('before' as const, 'after' as const), (list, one, other, side) => {
      const [id, target] = [list[one % list.length]?.id ?? '', list[other % list.length]?.id ?? '']
      fc.pre(id !== target)
      const changes = movedOffer(list, id, target, side)
      const wanted = list.map((offer) => offer.id).filter((each) => each !== id)
      wanted.splice(wanted.indexOf(target) + (side === 'before' ? 0 : 1), 0, id)
      expect(after(list, changes)).toEqual(wanted)
      for (const { priority } of changes) expect(priority >= 0 && priority <= 1_000_000).toBe(true)
    }),
  )
})
