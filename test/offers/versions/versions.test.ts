import { expect, test } from 'vitest'
import { OfferDefinition } from '#app/offers/offer.ts'
import { createOffer, readOffer, saveOffer } from '#app/offers/offers.server.ts'
import { changeOffers } from '#app/offers/list/listing.server.ts'
import { listVersions, readVersion, restoreVersion } from '#app/offers/versions/versions.server.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'

await useDatabase('offer_versions')
await installed()
await installed('noor.myshopify.com')

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
  expect((await listVersions(SHOP, id)).map(({ version, definition: { title } }) => [version, title])).toEqual([
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
  expect(await listVersions('noor.myshopify.com', id)).toEqual([])
})
