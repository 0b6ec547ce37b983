import { afterAll, beforeAll, expect, test } from 'vitest'
import { OfferDefinition } from '#app/offers/offer.ts'
import { openShop, SHOP, stage, tokenOf, type Stage } from './stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_stars')
  await openShop(on, { products: [{ id: 1 }, { id: 2 }, { id: 3 }] })
  const summary = { shop: SHOP, count: 12, sum: 55, stars: [0, 0, 1, 3, 8], verified: 12, pictured: 0 }
  await on.db.reviewSummary.create({ data: { ...summary, productId: '2', incentivised: 0 } })
})
afterAll(() => on.close())

const step = (id: string, productId: string, stars?: boolean) => ({
  id,
  items: { kind: 'bundle', products: [{ productId, variantId: `${productId}1` }] },
  discount: { kind: 'none' },
  ...(stars === undefined ? {} : { stars }),
  onAccept: null,
  onDecline: null,
})

async function shown(steps: object[], locale: string): Promise<(string | undefined)[]> {
  await on.db.offer.updateMany({ data: { archivedAt: new Date() } })
  const definition = OfferDefinition.parse({ title: 'Stars', steps, schedule: { startsAt: null, endsAt: null } })
  await on.offers.createOffer(SHOP, definition, 'active')
  const { body } = await on.offer(tokenOf({ referenceId: `stars-${Math.random()}`, locale }))
  return body.offer.steps.map(({ products }: { products: { stars?: string }[] }) => products[0]?.stars)
}

test('what reviews come to is shown where there are any and the merchant wants it', async () => {
  expect(await shown([step('a', '2'), step('b', '3'), step('c', '2', false)], 'de')).toEqual([
    '★ 4,6 / 5 · Bewertungen: 12',
    undefined,
    undefined,
  ])
})

test('that some were rewarded is said with it', async () => {
  await on.db.reviewSummary.updateMany({ data: { incentivised: 5 } })
  const { renewSnapshot } = await import('#app/surfaces/renew.server.ts')
  await renewSnapshot(SHOP)
  expect(await shown([step('a', '2')], 'en')).toEqual(['★ 4.6 / 5 · Reviews: 12, of which rewarded: 5'])
})
