import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leftOf, type LineGoing } from '#app/catalog/returning.ts'

const line = (quantity: number, more: Partial<LineGoing> = {}): LineGoing => ({
  quantity,
  current: quantity,
  refunded: 0,
  returns: [],
  ...more,
})
const back = (status: string, quantity: number, settled = 0) => ({ status, quantity, settled })

test.each<[string, LineGoing, [left: number, goingBack: number, cameBack?: number]]>([
  ['nothing happened', line(2), [2, 0]],
  ['one was taken out before it left', line(2, { current: 1 }), [1, 0]],
  ['refunded without being restocked', line(2, { refunded: 2 }), [0, 0]],
  ['refunded and restocked is the same unit', line(2, { current: 1, refunded: 1 }), [1, 0]],
  ['she has asked to send one back', line(2, { returns: [back('requested', 1)] }), [2, 1]],
  ['all of it is on its way back', line(2, { returns: [back('open', 2)] }), [2, 2]],
  ['two returns of one line', line(3, { returns: [back('requested', 1), back('open', 1)] }), [3, 2]],
  ['a closed return came back, refunded or not', line(2, { returns: [back('closed', 1)] }), [1, 0, 1]],
  ['refunded within its return is one unit, not two', line(2, { current: 1, refunded: 1, returns: [back('open', 1, 1)] }), [1, 0]],
  ['the same once it is closed', line(2, { current: 1, refunded: 1, returns: [back('closed', 1, 1)] }), [1, 0, 1]],
  ['one was taken out, and the other goes back', line(2, { current: 1, returns: [back('open', 1)] }), [1, 1]],
  ['one is refunded of two that go back', line(3, { current: 2, refunded: 1, returns: [back('open', 2, 1)] }), [2, 1]],
])('%s', (_, going, [left, goingBack, cameBack = 0]) => expect(leftOf(going)).toEqual({ left, goingBack, cameBack }))

const returns = fc.array(
  fc
    .record({ status: fc.constantFrom('requested', 'open', 'closed'), quantity: fc.integer({ min: 1, max: 3 }), settled: fc.nat(3) })
    .map((one) => ({ ...one, settled: Math.min(one.settled, one.quantity) })),
  { maxLength: 3 },
)

test('she never has fewer than none or more than she bought, and another return never gives her any', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(6), fc.nat(6), returns, (quantity, current, refunded, some) => {
      const going = { quantity, current: Math.min(current, quantity), refunded: Math.min(refunded, quantity) }
      const before = leftOf({ ...going, returns: some })
      expect(before.left >= 0 && before.left <= quantity && before.goingBack >= 0 && before.goingBack <= before.left).toBe(true)
      const after = leftOf({ ...going, returns: [...some, back('open', 1)] })
      expect(after.left - after.goingBack).toBeLessThanOrEqual(before.left - before.goingBack)
    }),
  )
})
