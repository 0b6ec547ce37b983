import { afterAll, beforeAll, expect, test } from 'vitest'
import { surfaceRecords } from '#app/surfaces/personal.server.ts'
import { openShop, SHOP, stage, type Stage } from './stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_privacy')
  await openShop(on)
})
afterAll(() => on.close())

const AT = new Date('2026-11-20T10:00:00Z')

/** One visit of a shopper: offered, seen, signed. */
async function visit(customerId: string): Promise<void> {
  const of = { shop: SHOP, placementId: `placement-${customerId}`, offerId: 'case', customerId }
  const facts = { lines: [], total: 4_000, country: 'DE', customerTags: ['vip'], dice: 7 }
  const placed = { surface: 'post-purchase', referenceId: `purchase-${customerId}`, snapshotId: 's', facts, decidedAt: AT }
  await on.db.placement.create({ data: { shop: SHOP, id: of.placementId, customerId, offerId: 'case', ...placed } })
  await on.db.placementEvent.create({ data: { ...of, stepId: 'first', kind: 'shown', at: AT } })
  await on.db.changeset.create({
    data: {
      ...of,
      id: `changeset-${customerId}`,
      referenceId: placed.referenceId,
      offerVersion: 1,
      stepId: 'first',
      changes: [],
      lines: [],
      currency: 'EUR',
      signedAt: AT,
    },
  })
}

test('who is forgotten is named in none of our records, and whoever is not still is', async () => {
  await visit('7')
  await visit('8')
  const { transact } = await import('#app/platform/db.server.ts')
  expect(await transact((tx) => surfaceRecords.redact(tx, { shop: SHOP, customerId: '7', email: null, orderIds: [] }))).toBe(1)
  const who = { select: { customerId: true }, orderBy: { customerId: 'asc' } } as const
  for (const named of [await on.db.placement.findMany(who), await on.db.placementEvent.findMany(who), await on.db.changeset.findMany(who)])
    expect(named.map(({ customerId }) => customerId)).toEqual(['8', null])
  expect(await on.db.placement.findFirst({ where: { id: 'placement-7' }, select: { facts: true } })).toEqual({
    facts: { lines: [], total: 4_000 },
  })
})
