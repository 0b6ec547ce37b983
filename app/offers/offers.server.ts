import { createHash, randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { notify } from '#app/platform/notify.server.ts'
import { languageOf, type Language } from '#app/values/languages.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import type { Terms } from './editor/draft.ts'
import type { StoredOffer } from './list/listing.ts'
import { OfferDefinition, OfferStatus } from './offer.ts'

export const readOffer = (shop: string, id: string): Promise<StoredOffer | null> => offerIn(db, shop, id)

export async function offerIn(tx: Tx | typeof db, shop: string, id: string): Promise<StoredOffer | null> {
  const offer = await tx.offer.findUnique({ where: { shop_id: { shop, id } } })
  if (!offer) return null
  const version = await tx.offerVersion.findUniqueOrThrow({
    where: { shop_offerId_version: { shop, offerId: id, version: offer.version } },
  })
  return {
    id,
    version: offer.version,
    status: OfferStatus.parse(offer.status),
    archived: offer.archivedAt !== null,
    // The list moves offers without writing versions of them.
    definition: { ...OfferDefinition.parse(version.definition), priority: offer.priority },
  }
}

/** What offers are called, by id, archived ones too. */
export async function readOfferNames(shop: string, ids: readonly string[]): Promise<Record<string, { title: string; imageUrl: null }>> {
  if (ids.length === 0) return {}
  const offers = await db.offer.findMany({ where: { shop, id: { in: [...ids] } }, select: { id: true, title: true } })
  return Object.fromEntries(offers.map(({ id, title }) => [id, { title, imageUrl: null }]))
}

/** Under an id that there is already nothing is made: the answer to the first time was lost. */
export const createOffer = (
  shop: string,
  definition: OfferDefinition,
  status: OfferStatus = 'draft',
  id: string = randomUUID(),
): Promise<{ id: string; version: number; isNew: boolean }> => transact((tx) => writeOffer(tx, shop, { id, definition, status }))

/** `createOffer` in a transaction that does more. Nobody but a test's start puts an offer into it. */
export async function writeOffer(
  tx: Tx,
  shop: string,
  { id, definition, status }: { id: string; definition: OfferDefinition; status: OfferStatus },
): Promise<{ id: string; version: number; isNew: boolean }> {
  const { title, priority } = definition
  const { count } = await tx.offer.createMany({ data: [{ shop, id, title, priority, status }], skipDuplicates: true })
  if (count === 0) return { id, version: 1, isNew: false }
  await tx.offerVersion.create({ data: { shop, offerId: id, version: 1, definition: withArm(definition, undefined) } })
  await announce(tx, shop)
  return { id, version: 1, isNew: true }
}

const withArm = ({ arm: _, ...definition }: OfferDefinition, arm: OfferDefinition['arm']): OfferDefinition =>
  arm ? { ...definition, arm } : definition

/** Saves a new offer's form, as often as it is sent: what was changed in it since the first time is the offer's next version. */
export async function saveNewOffer(
  shop: string,
  key: string | undefined,
  definition: OfferDefinition,
  status?: OfferStatus,
): Promise<Outcome<{ id: string; version: number }, 'gone' | 'changed-meanwhile'>> {
  const made = await createOffer(shop, definition, status, key)
  if (made.isNew) return ok(made)
  const offer = await readOffer(shop, made.id)
  if (offer?.status === (status ?? 'draft') && isDeepStrictEqual(offer.definition, definition)) return ok(offer)
  return saveOffer(shop, made.id, definition, made.version, { status })
}

interface Saving {
  status?: OfferStatus | undefined
  moved?: boolean // false: its priority stays as it is
  arm?: OfferDefinition['arm'] | null // null: in no A/B test any more; nothing: as before
}

/** Refused when someone else saved a newer version meanwhile: the merchant must see it before overwriting it. */
export const saveOffer = (
  shop: string,
  id: string,
  definition: OfferDefinition,
  expectedVersion: number,
  saving: Omit<Saving, 'arm'> = {},
): Promise<Outcome<{ id: string; version: number }, 'gone' | 'changed-meanwhile'>> =>
  transact((tx) => writeVersion(tx, shop, { id, definition, version: expectedVersion }, saving))

/** `saveOffer` in a transaction that does more. */
export async function writeVersion(
  tx: Tx,
  shop: string,
  { id, definition, version: expectedVersion }: { id: string; definition: OfferDefinition; version: number },
  { status, moved = true, arm }: Saving = {},
): Promise<Outcome<{ id: string; version: number }, 'gone' | 'changed-meanwhile'>> {
  const version = expectedVersion + 1
  const { title, priority } = definition
  const [saved] = await tx.offer.updateManyAndReturn({
    where: { shop, id, version: expectedVersion },
    // The list moves offers without writing versions of them: an editor left open must not move one back.
    data: { title, version, ...(moved ? { priority } : {}), ...(status ? { status } : {}) },
    select: { priority: true },
  })
  if (!saved) return refuse((await tx.offer.count({ where: { shop, id } })) === 0 ? 'gone' : 'changed-meanwhile')
  const kept = arm === undefined ? await armOf(tx, shop, id, expectedVersion) : (arm ?? undefined)
  await tx.offerVersion.create({ data: { shop, offerId: id, version, definition: withArm({ ...definition, ...saved }, kept) } })
  await announce(tx, shop)
  return ok({ id, version })
}

/** An editor that was open when a test started or ended says nothing of it. */
async function armOf(tx: Tx, shop: string, offerId: string, version: number): Promise<OfferDefinition['arm']> {
  const before = await tx.offerVersion.findUniqueOrThrow({ where: { shop_offerId_version: { shop, offerId, version } } })
  return OfferDefinition.parse(before.definition).arm
}

/** An archived offer keeps its status but stays out of sight of shoppers, so activating one does nothing until it is restored. */
export const setOfferStatus = (shop: string, ids: readonly string[], status: OfferStatus): Promise<number> => change(shop, ids, { status })

export const archiveOffers = (shop: string, ids: readonly string[], now: Date): Promise<number> => change(shop, ids, { archivedAt: now })

export const restoreOffers = (shop: string, ids: readonly string[]): Promise<number> => change(shop, ids, { archivedAt: null })

/** The copy starts as a draft: it would otherwise compete with its original at once. One copy a key. */
export async function duplicateOffer(shop: string, id: string, key: string = randomUUID()): Promise<Outcome<{ id: string }, 'gone'>> {
  const original = await readOffer(shop, id)
  if (!original) return refuse('gone')
  const title = `Copy of ${original.definition.title}`.slice(0, 120)
  return ok(await createOffer(shop, { ...original.definition, title }, 'draft', uuidOf(`${key}:${id}`)))
}

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')

const change = (shop: string, ids: readonly string[], data: { status: OfferStatus } | { archivedAt: Date | null }): Promise<number> =>
  transact(async (tx) => {
    const { count } = await tx.offer.updateMany({ where: { shop, id: { in: [...ids] } }, data })
    if (count > 0) await announce(tx, shop)
    return count
  })

export async function announce(tx: Tx, shop: string): Promise<void> {
  await tx.shop.update({ where: { shop }, data: { snapshotVersion: { increment: 1 } } })
  await notify(tx, 'snapshot', shop)
  await emit(tx, 'offers.changed', { shop })
}

/** The language in which the shop itself speaks, for the editor to begin with. */
export async function readLanguage(shop: string): Promise<Language> {
  const known = await db.shop.findUnique({ where: { shop }, select: { locale: true } })
  return languageOf(known?.locale ?? 'en')
}

/** The very first page may load while the shop is still being written down: it then has the table's own defaults. */
export async function readTerms(shop: string): Promise<Terms> {
  const known = await db.shop.findUnique({ where: { shop }, select: { currency: true, timeZone: true } })
  return known ?? { currency: 'USD', timeZone: 'UTC' }
}
