import type { SimCollection, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { collectionPayload, deletedPayload } from '../webhooks/payloads/catalog.ts'

/** Creates, or changes what is there. A manual collection also announces products that come and go. */
export async function saveCollection(
  { store, clock, announce }: Simulator,
  shop: SimShop,
  collection: SimCollection,
): Promise<SimCollection> {
  const known = await store.get(shop.domain, 'collection', collection.id)
  const saved = { ...collection, updatedAt: clock.now().toISOString() }
  await store.put(shop.domain, 'collection', saved)
  await announce(shop, known ? 'collections/update' : 'collections/create', () => collectionPayload(saved))
  return saved
}

export async function deleteCollection({ store, announce }: Simulator, shop: SimShop, id: number): Promise<void> {
  await store.remove(shop.domain, 'collection', id)
  await announce(shop, 'collections/delete', deletedPayload(id))
}
