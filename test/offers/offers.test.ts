import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { listen } from '#app/platform/notify.server.ts'
import { OfferDefinition } from '#app/offers/offer.ts'
import { changeOffers, listOffers } from '#app/offers/list/listing.server.ts'
import { SURFACES } from '#app/offers/surface.ts'
import { archiveOffers, createOffer, duplicateOffer, readOffer, saveOffer, setOfferStatus } from '#app/offers/offers.server.ts'
import { installed, rows, SHOP, until, useDatabase } from '../platform/world.ts'

await useDatabase('offers')
await installed()
await installed('noor.myshopify.com')

const definition = (title = 'Case', priority = 0) =>
  OfferDefinition.parse({
    title,
    rules: { kind: 'all', rules: [] },
    steps: [
      {
        id: 'step-1',
        items: { kind: 'bundle', products: [{ productId: '1', variantId: '11', quantity: 1 }] },
        discount: { kind: 'none' },
        wording: {},
        onAccept: null,
        onDecline: null,
      },
    ],
    priority,
    schedule: { startsAt: null, endsAt: '2027-01-01T00:00:00+01:00' },
  })
const now = new Date('2026-11-21T12:00:00Z')
const OTHER = 'noor.myshopify.com'
const snapshot = async (shop = SHOP) => (await db.shop.findUniqueOrThrow({ where: { shop } })).snapshotVersion
// Changes that wait share one job: the last state is what the reaction will find.
const announced = async () =>
  (await rows<{ key: string }>(`select key from graphile_worker.jobs where task_identifier = 'announce-event'`)).map(({ key }) => key)

test('a saved offer is read back as it was, and keeps its older version', async () => {
  const { id } = await createOffer(SHOP, definition())
  expect(await saveOffer(SHOP, id, definition('Better case', 9), 1)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await readOffer(SHOP, id)).toMatchObject({ version: 2, status: 'draft', definition: { title: 'Better case', priority: 9 } })
  expect(await db.offerVersion.findMany({ where: { shop: SHOP, offerId: id }, orderBy: { version: 'asc' } })).toMatchObject([
    { definition: { title: 'Case' } },
    { definition: { title: 'Better case' } },
  ])
})

test('of two who edit at once the second is told', async () => {
  const { id } = await createOffer(SHOP, definition())
  const [one, two] = await Promise.all([saveOffer(SHOP, id, definition('One'), 1), saveOffer(SHOP, id, definition('Two'), 1)])
  expect([one, two].filter(({ ok }) => ok)).toHaveLength(1)
  expect([one, two].find(({ ok }) => !ok)).toEqual({ ok: false, because: 'changed-meanwhile' })
})

test('saving what is not there changes nothing', async () => {
  const before = await snapshot()
  expect(await saveOffer(SHOP, 'nothing', definition(), 1)).toEqual({ ok: false, because: 'gone' })
  expect(await snapshot()).toBe(before)
})

test('each change is told to every process, once, with what it changed', async () => {
  const heard: string[] = []
  const stop = await listen('snapshot', (shop) => void heard.push(shop))
  const version = await snapshot()
  const { id } = await createOffer(SHOP, definition())
  await setOfferStatus(SHOP, [id], 'active')
  await until(async () => heard.length === 2)
  expect(heard).toEqual([SHOP, SHOP])
  expect(await snapshot()).toBe(version + 2)
  expect(await announced()).toEqual([expect.stringContaining(SHOP)])
  stop()
})

test('the list has the winner first and says when an offer ends', async () => {
  const { id } = await createOffer(SHOP, definition('Winner', 1_000))
  expect((await listOffers(SHOP))[0]).toEqual({
    id,
    title: 'Winner',
    status: 'draft',
    priority: 1_000,
    archived: false,
    caps: { total: null, budget: null },
    shownOn: ['post-purchase', 'thank-you', 'order-status', 'email'],
    tested: null,
    startsAt: null,
    endsAt: '2027-01-01T00:00:00+01:00',
  })
})

test('a copy is a draft of its own', async () => {
  const { id } = await createOffer(SHOP, definition('Original'), 'active')
  const copy = await duplicateOffer(SHOP, id)
  expect(copy.ok && (await readOffer(SHOP, copy.value.id))).toMatchObject({ status: 'draft', definition: { title: 'Copy of Original' } })
})

test('an archived offer comes back as it was', async () => {
  const { id } = await createOffer(SHOP, definition(), 'active')
  await changeOffers(SHOP, { action: 'archive', ids: [id] }, now)
  expect(await readOffer(SHOP, id)).toMatchObject({ archived: true, status: 'active' })
  await changeOffers(SHOP, { action: 'restore', ids: [id] }, now)
  expect(await readOffer(SHOP, id)).toMatchObject({ archived: false, status: 'active' })
})

test('what the list changed can be undone: each offer gets back what it was', async () => {
  const active = (await createOffer(SHOP, definition(), 'active')).id
  const draft = (await createOffer(SHOP, definition())).id
  const status = async () => Promise.all([active, draft].map(async (id) => (await readOffer(SHOP, id))?.status))
  const { changed, undo } = await changeOffers(SHOP, { action: 'pause', ids: [active, draft] }, now)
  expect([changed, await status()]).toEqual([2, ['paused', 'paused']])
  if (undo) await changeOffers(SHOP, undo, now)
  expect(await status()).toEqual(['active', 'draft'])
  const copied = await changeOffers(SHOP, { action: 'duplicate', ids: [active] }, now)
  if (copied.undo) expect(await changeOffers(SHOP, copied.undo, now)).toMatchObject({ action: 'archive', changed: 1 })
})

test('an offer moved in the list is tried there, also by those who had it open; two moves at once both count', async () => {
  const shop = 'moves.myshopify.com'
  await installed(shop)
  const made: string[] = []
  for (const title of ['A', 'B', 'C', 'D']) made.push((await createOffer(shop, definition(title), 'active')).id)
  const order = async () => (await listOffers(shop)).map(({ id }) => id)
  const [first = '', second = '', third = '', fourth = ''] = await order()
  const version = await snapshot(shop)
  const moved = await changeOffers(shop, { action: 'move', ids: [fourth], target: first, side: 'before' }, now)
  expect(await order()).toEqual([fourth, first, second, third])
  expect(await snapshot(shop)).toBe(version + 1)
  expect((await readOffer(shop, fourth))?.definition.priority).toBe(10)
  if (moved.undo) await changeOffers(shop, moved.undo, now)
  expect(await order()).toEqual([first, second, third, fourth])
  await Promise.all([
    changeOffers(shop, { action: 'move', ids: [fourth], target: first, side: 'before' }, now),
    changeOffers(shop, { action: 'move', ids: [first], target: third, side: 'after' }, now),
  ])
  expect((await order()).filter((id) => id !== fourth)).toEqual([second, third, first])
  expect(await changeOffers(OTHER, { action: 'move', ids: [first], target: second, side: 'before' }, now)).toMatchObject({ changed: 0 })
})

test('another shop sees and changes nothing of it', async () => {
  const { id } = await createOffer(SHOP, definition())
  const before = await readOffer(SHOP, id)
  expect(await readOffer(OTHER, id)).toBeNull()
  expect(await listOffers(OTHER)).toEqual([])
  expect(await setOfferStatus(OTHER, [id], 'active')).toBe(0)
  expect(await archiveOffers(OTHER, [id], now)).toBe(0)
  expect(await saveOffer(OTHER, id, definition('Mine'), 1)).toEqual({ ok: false, because: 'gone' })
  expect(await duplicateOffer(OTHER, id)).toEqual({ ok: false, because: 'gone' })
  expect(await readOffer(SHOP, id)).toEqual(before)
  expect(await snapshot(OTHER)).toBe(0)
})

test('an editor that was left open does not move an offer back', async () => {
  const { id } = await createOffer(SHOP, definition('Moved', 5))
  const other = await createOffer(SHOP, definition('Above', 900))
  await changeOffers(SHOP, { action: 'move', ids: [id], target: other.id, side: 'before' }, new Date())
  const { definition: now } = (await readOffer(SHOP, id))!
  expect(now.priority).toBeGreaterThanOrEqual(900)
  await saveOffer(SHOP, id, definition('Renamed', 5), 1, { moved: false })
  expect((await readOffer(SHOP, id))?.definition).toMatchObject({ title: 'Renamed', priority: now.priority })
  const written = await db.offerVersion.findFirst({ where: { shop: SHOP, offerId: id, version: 2 } })
  expect(written?.definition).toMatchObject({ priority: now.priority })
  await saveOffer(SHOP, id, definition('Renamed', 7), 2)
  expect((await readOffer(SHOP, id))?.definition.priority).toBe(7)
})

test('an offer from before there was a choice of places is met everywhere', async () => {
  const { id } = await createOffer(SHOP, definition('Old'))
  const { shownOn: _, ...before } = definition('Old')
  await db.offerVersion.updateMany({ where: { shop: SHOP, offerId: id }, data: { definition: { ...before, surfaces: ['post-purchase'] } } })
  expect((await readOffer(SHOP, id))?.definition.shownOn).toEqual([...SURFACES])
  expect((await listOffers(SHOP)).find((one) => one.id === id)?.shownOn).toEqual([...SURFACES])
})
