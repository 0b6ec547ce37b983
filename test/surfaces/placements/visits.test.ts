import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { countVisits } from '#app/surfaces/placements/visits.server.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'

await useDatabase('visits')
await installed()

const AT = new Date('2026-11-20T12:00:00Z')
const DAY = { from: new Date('2026-11-20T00:00:00Z'), to: new Date('2026-11-21T00:00:00Z') }

/** One page of a purchase, and what was reported of each step there. */
async function page(id: string, referenceId: string, surface: string, steps: Record<string, readonly string[]>): Promise<void> {
  const about = { shop: SHOP, id, surface, referenceId, offerId: 'o', offerVersion: 1, currency: 'EUR' }
  await db.placement.create({ data: { ...about, snapshotId: 's', facts: {}, decidedAt: AT } })
  const events = Object.entries(steps).flatMap(([stepId, kinds]) => kinds.map((kind) => ({ stepId, kind })))
  await db.placementEvent.createMany({ data: events.map((event) => ({ ...event, shop: SHOP, placementId: id, offerId: 'o', at: AT })) })
}

test('an order that saw an offer counts once, however many steps and pages it saw; each step tells its own', async () => {
  await page('1', 'one', 'thank-you', { a: ['shown', 'declined'], b: ['shown'] })
  await page('2', 'one', 'order-status', { b: ['shown'] })
  await page('3', 'two', 'post-purchase', { a: ['shown'] })
  await page('4', 'three', 'post-purchase', { a: ['declined'] })
  const counts = await countVisits(SHOP, DAY, 'UTC')
  const told = (dimension: string, key = '') => {
    const { visits, impressions, declines } = counts.find((one) => one.dimension === dimension && one.key === key) ?? {}
    return [visits, impressions, declines]
  }
  expect(told('all')).toEqual([2, 4, 2])
  expect(told('offer', 'o')).toEqual([2, 4, 2])
  expect(told('step', 'o a')).toEqual([2, 2, 2])
  expect(told('step', 'o b')).toEqual([1, 2, 0])
  expect(told('surface', 'thank-you')).toEqual([1, 2, 1])
})
