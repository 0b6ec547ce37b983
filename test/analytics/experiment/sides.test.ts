import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import '#app/wiring.server.ts'
import { readSides } from '#app/analytics/experiment/sides.server.ts'
import { later, MINUTES } from '#app/values/time.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'

await useDatabase('sides')
await installed()

const START = new Date('2026-11-20T12:00:00Z')
const RANGE = { from: START, to: later(START, 60 * MINUTES) }
interface Met {
  offerId: string
  customerId?: string
  referenceId: string
  brought?: number // null: took nothing
  minute?: number
  shown?: boolean
  currency?: string
  fallback?: boolean
}
let ids = 0

async function met({
  offerId,
  customerId,
  referenceId,
  brought,
  minute = 1,
  shown = true,
  currency = 'USD',
  fallback = false,
}: Met): Promise<void> {
  const [shop, id, at] = [SHOP, String((ids += 1)), later(START, minute * MINUTES)]
  const placement = { shop, id, surface: 'post-purchase', referenceId, customerId: customerId ?? null, offerId, offerVersion: 1, fallback }
  await db.placement.create({ data: { ...placement, snapshotId: 's', facts: {}, decidedAt: at } })
  if (shown) await db.placementEvent.create({ data: { shop, placementId: id, stepId: 'x', kind: 'shown', offerId, at } })
  if (brought === undefined) return
  const line = { shop, orderId: id, changesetId: id, lineId: '1', offerId, stepId: 'x', placementId: id, surface: 'post-purchase' }
  const amounts = { quantity: 1, kept: 1, sold: brought, paid: brought, unpaid: 0, returned: 0, revenue: brought, discount: 10, rest: 500 }
  await db.earning.create({ data: { ...line, ...amounts, currency, paidIn: currency, visitedAt: at, acceptedAt: at } })
}

test('each side’s shoppers are counted once, with what they brought while the test ran', async () => {
  await met({ offerId: 'a', customerId: 'ann', referenceId: '1', brought: 300 })
  await met({ offerId: 'a', customerId: 'ann', referenceId: '2', brought: 100, minute: 2 })
  await met({ offerId: 'a', referenceId: '3' })
  await met({ offerId: 'a', referenceId: '3', minute: 3 }) // the same purchase on another page
  await met({ offerId: 'b', referenceId: '4', brought: 200 })
  await met({ offerId: 'b', referenceId: '5', shown: false }) // never on a screen
  await met({ offerId: 'b', referenceId: '6', minute: -1, brought: 900 }) // before it began
  await met({ offerId: 'b', referenceId: '7', minute: 60, brought: 900 }) // after it ended
  await met({ offerId: 'b', referenceId: '8', brought: 900, currency: 'JPY' }) // when the shop had another currency
  await met({ offerId: 'b', referenceId: '10', fallback: true, brought: 900 }) // drawn for either
  await met({ offerId: 'other', referenceId: '9', brought: 900 })
  expect(await readSides(SHOP, ['a', 'b'], RANGE)).toEqual({
    currency: 'USD',
    sides: [
      { shoppers: 2, takers: 1, revenue: 400, discount: 20, variance: 80_000 },
      { shoppers: 2, takers: 1, revenue: 200, discount: 10, variance: 20_000 },
    ],
  })
  expect((await readSides(SHOP, ['nobody', 'b'], RANGE)).sides[0]).toEqual({ shoppers: 0, takers: 0, revenue: 0, discount: 0, variance: 0 })
})
