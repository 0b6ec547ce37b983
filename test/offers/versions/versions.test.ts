import { expect, test } from 'vitest'
import { OfferDefinition } from '#app/offers/offer.ts'
import { createOffer, readOffer, saveOffer } from '#app/offers/offers.server.ts'
import { changeOffers } from '#app/offers/list/listing.server.ts'
import { countVersions, listVersions, readVersion, restoreVersion } from '#app/offers/versions/versions.server.ts'
import { pageOf } from '#app/offers/paging.ts'
import { versionRows, VERSIONS_A_PAGE } from '#app/offers/versions/versions-view.ts'
import { countVisitsByVersion } from '#app/surfaces/placements/visits.server.ts'
import { db } from '#app/platform/db.server.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'

await useDatabase('offer_versions')
await installed()
await installed('noor.myshopify.com')

const ALL = { page: 1, size: 20 }

const definition = (title: string) =>
  OfferDefinition.parse({
    title,
    rules: { kind: 'all', rules: [] },
    steps: [
      {
        id: 'step-1',
        items: { kind: 'bundle', products: [{ productId: '1', variantId: '11' }] },
        discount: { kind: 'none' },
        onAccept: null,
        onDecline: null,
      },
    ],
    schedule: { startsAt: null, endsAt: null },
  })

test('an old version comes back as the newest; the place in the list and the versions between stay', async () => {
  const { id } = await createOffer(SHOP, definition('First'), 'active')
  const other = await createOffer(SHOP, definition('Other'))
  await saveOffer(SHOP, id, definition('Second'), 1)
  await changeOffers(SHOP, { action: 'move', ids: [id], target: other.id, side: 'before' }, new Date())
  const place = (await readOffer(SHOP, id))?.definition.priority
  expect(await restoreVersion(SHOP, id, 1)).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await readOffer(SHOP, id)).toMatchObject({ version: 3, status: 'active', definition: { title: 'First', priority: place } })
  expect((await listVersions(SHOP, id, ALL)).map(({ version, definition: { title } }) => [version, title])).toEqual([
    [3, 'First'],
    [2, 'Second'],
    [1, 'First'],
  ])
})

test('a version that is not there, or another shop’s, is gone', async () => {
  const { id } = await createOffer(SHOP, definition('Mine'))
  expect(await restoreVersion(SHOP, id, 7)).toEqual({ ok: false, because: 'gone' })
  expect(await restoreVersion('noor.myshopify.com', id, 1)).toEqual({ ok: false, because: 'gone' })
  expect(await readVersion('noor.myshopify.com', id, 1)).toBeNull()
  expect(await listVersions('noor.myshopify.com', id, ALL)).toEqual([])
})

const WORDS = { currency: 'EUR', names: { products: {}, collections: {}, offers: {}, variants: {} } }

test('a long history comes page by page, each version beside the one before it, even across a page’s edge', async () => {
  const { id } = await createOffer(SHOP, definition('Name 1'))
  for (let version = 1; version <= VERSIONS_A_PAGE; version += 1) await saveOffer(SHOP, id, definition(`Name ${version + 1}`), version)
  const count = await countVersions(SHOP, id)
  const rows = async (asked: string) => {
    const { page, pages } = pageOf(asked, count, VERSIONS_A_PAGE)
    const versions = await listVersions(SHOP, id, { page, size: VERSIONS_A_PAGE })
    return [pages, versionRows(versions, { current: count, saw: new Map([[2, 7]]) }, WORDS, 'UTC')] as const
  }
  const [pages, first] = await rows('1')
  expect([pages, first.length, first[0]?.current]).toEqual([2, VERSIONS_A_PAGE, true])
  expect(first.at(-1)).toMatchObject({ version: 2, saw: 7, changes: [{ part: 'Name', before: 'Name 1', after: 'Name 2' }] })
  expect((await rows('2'))[1]).toMatchObject([{ version: 1, saw: 0, changes: [] }])
})

test.each([
  [null, 0, 1],
  ['x', 50, 1],
  ['0', 50, 1],
  ['9', 50, 3],
  ['2', 50, 2],
])('page %s of %i versions is page %i', (asked, count, page) => expect(pageOf(asked, count, VERSIONS_A_PAGE).page).toBe(page))

test('a version is told how many orders saw it: each once, however many steps and places she saw', async () => {
  const day = { decidedAt: new Date(), snapshotId: 's', facts: {} }
  const saw = async (id: string, referenceId: string, offerVersion: number, over: object = {}, shown = ['a']) => {
    const placement = { shop: SHOP, id, surface: 'thank-you', referenceId, offerId: 'o', offerVersion, ...day, ...over }
    await db.placement.create({ data: placement })
    const event = { shop: placement.shop, placementId: id, kind: 'shown', offerId: 'o', at: new Date() }
    await db.placementEvent.createMany({ data: shown.map((stepId) => ({ ...event, stepId })) })
  }
  await saw('1', 'one', 1, {}, ['a', 'b'])
  await saw('2', 'one', 1, { surface: 'order-status' })
  await saw('3', 'two', 1)
  await saw('4', 'three', 2)
  await saw('5', 'four', 2, {}, [])
  await saw('6', 'five', 2, { shop: 'noor.myshopify.com' })
  expect(Object.fromEntries(await countVisitsByVersion(SHOP, 'o', [1, 2, 3]))).toEqual({ 1: 2, 2: 1 })
})
