import { createHash } from 'node:crypto'
import { db } from '#app/platform/db.server.ts'
import type { Admin } from '#app/platform/shopify/admin.server.ts'
import { AT_ONCE, DeleteEntriesDocuments, FindEntryDocument, UpsertEntriesDocuments } from './documents.ts'
import { ENTRY_TYPE, entryFields, handleOf } from './entry.ts'
import type { ShownReview } from './shown.ts'

export interface Wanted {
  productId: string
  reviews: readonly ShownReview[]
}

interface Planned {
  reviewId: string
  productId: string
  fields: { key: string; value: string }[]
  digest: string
}

/** Writes the entries that Shopify does not hold as they are now; answers the gid of each review's. */
export async function writeEntries(admin: Admin, shop: string, wanted: readonly Wanted[]): Promise<Map<string, string>> {
  const planned = wanted.flatMap(({ productId, reviews }) => reviews.map((review) => plan(productId, review)))
  const ids = planned.map(({ reviewId }) => reviewId)
  // Before the call: an entry that nobody remembers could never be taken away.
  await db.reviewEntry.createMany({ data: planned.map(({ reviewId, productId }) => ({ shop, reviewId, productId })), skipDuplicates: true })
  const held = new Map((await db.reviewEntry.findMany({ where: { shop, reviewId: { in: ids } } })).map((one) => [one.reviewId, one]))
  const stale = planned.filter(({ reviewId, digest }) => held.get(reviewId)?.written !== digest || !held.get(reviewId)?.entryId)
  const known = new Map([...held].flatMap(([reviewId, { entryId }]) => (entryId ? [[reviewId, entryId] as const] : [])))
  for (const batch of batches(stale)) for (const [reviewId, entryId] of await upsert(admin, shop, batch)) known.set(reviewId, entryId)
  return known
}

function plan(productId: string, review: ShownReview): Planned {
  const fields = entryFields(review)
  return { reviewId: review.id, productId, fields, digest: createHash('sha256').update(JSON.stringify(fields)).digest('base64url') }
}

async function upsert(admin: Admin, shop: string, batch: readonly Planned[]): Promise<[string, string][]> {
  const variables = batch.flatMap(({ reviewId, fields }, n) => [
    [`handle${n}`, { type: ENTRY_TYPE, handle: handleOf(reviewId) }],
    [`entry${n}`, { fields }],
  ])
  const document = UpsertEntriesDocuments[batch.length - 1]
  if (!document) throw new Error('Too many entries at once')
  const answer = await admin.query(document, Object.fromEntries(variables) as Record<string, unknown>)
  const written = batch.map(({ reviewId, digest }, n) => ({ reviewId, digest, entryId: answer[`entry${n}`]?.metaobject.id ?? '' }))
  await db.$transaction(
    written.map(({ reviewId, digest, entryId }) =>
      db.reviewEntry.updateMany({ where: { shop, reviewId }, data: { entryId, written: digest } }),
    ),
  )
  return written.map(({ reviewId, entryId }) => [reviewId, entryId])
}

/** Takes away the entries of these products that are no longer on their first page; after the pages have stopped naming them. */
export async function dropEntries(admin: Admin, shop: string, kept: readonly Wanted[]): Promise<void> {
  const staying = new Set(kept.flatMap(({ reviews }) => reviews.map(({ id }) => id)))
  const rows = await db.reviewEntry.findMany({ where: { shop, productId: { in: kept.map(({ productId }) => productId) } } })
  const going = rows.filter(({ reviewId }) => !staying.has(reviewId))
  for (const batch of batches(going)) {
    const found = await Promise.all(batch.map(async ({ reviewId, entryId }) => entryId ?? (await find(admin, reviewId))))
    const ids = found.filter((id) => id !== null)
    const document = DeleteEntriesDocuments[ids.length - 1]
    if (document) {
      const answer = await admin.query(document, Object.fromEntries(ids.map((id, n) => [`id${n}`, id])))
      const faults = Object.values(answer).flatMap((one) => one.faults.filter(({ code }) => code !== 'RECORD_NOT_FOUND'))
      if (faults.length > 0) throw new Error(`Shopify kept entries of ${shop}: ${faults.map(({ message }) => message).join('; ')}`)
    }
    await db.reviewEntry.deleteMany({ where: { shop, reviewId: { in: batch.map(({ reviewId }) => reviewId) } } })
  }
}

/** A call that was cut off may have made it. */
const find = async (admin: Admin, reviewId: string): Promise<string | null> =>
  (await admin.query(FindEntryDocument, { handle: { type: ENTRY_TYPE, handle: handleOf(reviewId) } })).metaobjectByHandle?.id ?? null

const batches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, index) => all.slice(index * AT_ONCE, (index + 1) * AT_ONCE))
