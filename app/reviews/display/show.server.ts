import { isDeepStrictEqual } from 'node:util'
import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { AdminRefused, adminFor } from '#app/platform/shopify/admin.server.ts'
import type { Admin } from '#app/platform/shopify/admin.server.ts'
import { gid } from '#app/values/ids.ts'
import { DeleteMetafieldsDocument, EnableDefinitionDocument, HeldProductsDocument, SetMetafieldsDocument } from './documents.ts'
import type { HeldProduct } from './documents.ts'
import { dropEntries, writeEntries } from './entries.server.ts'
import { METAFIELDS, productMetafields, type Metafield } from './entry.ts'
import { readShown } from './list.server.ts'
import type { ListQuery } from './list-query.ts'
import { readDisplaySettings } from './settings.server.ts'

/** Six products have four metafields each; Shopify takes 25 at once. */
const AT_ONCE = 6
const ENABLED = 'review-definitions'

/** Tells the theme of every product whose reviews have changed since it was last told. */
export async function showReviews({ shop }: { shop: string }): Promise<void> {
  const admin = adminFor(shop)
  for (;;) {
    const due = await readDue(shop)
    if (due.length === 0) return
    await enableDefinitions(admin, shop)
    await showProducts(admin, shop, due)
  }
}

interface Due {
  productId: string
  version: number
}

const readDue = (shop: string): Promise<Due[]> => db.$queryRaw<Due[]>`
  select product_id as "productId", version from review_summary where shop = ${shop} and version <> written_version
  order by product_id limit ${AT_ONCE}`

/** What one product makes Shopify refuse must not keep the others from their pages. */
async function showProducts(admin: Admin, shop: string, due: readonly Due[]): Promise<void> {
  try {
    await write(admin, shop, due)
    await settle(shop, due, null)
  } catch (error) {
    if (!(error instanceof AdminRefused) || isStale(error)) throw error
    if (due.length > 1) for (const one of due) await showProducts(admin, shop, [one])
    else await settle(shop, due, error.message)
  }
}

/** Somebody else wrote meanwhile: the job's next try reads anew. */
const isStale = (error: AdminRefused): boolean => error.reasons.some(({ code }) => code === 'STALE_OBJECT')

async function write(admin: Admin, shop: string, due: readonly Due[]): Promise<void> {
  const ids = due.map(({ productId }) => productId)
  // Shopify's own state first: what is read from our tables after it can only be newer than what it would replace.
  const { nodes } = await admin.query(HeldProductsDocument, { ids: ids.map((id) => gid('Product', id)) })
  const pages = await Promise.all(ids.filter((_, index) => nodes[index]).map((productId) => readPage(shop, productId)))
  const entryIds = await writeEntries(admin, shop, pages)
  const changes = pages.map((page) => {
    const held = nodes.find((node) => node?.id === gid('Product', page.productId)) as HeldProduct
    const listed = page.reviews.flatMap(({ id }) => entryIds.get(id) ?? [])
    return changesOf(held, productMetafields(page.summary, listed, page.told))
  })
  const set = changes.flatMap((one) => one.set)
  const gone = changes.flatMap((one) => one.gone)
  if (set.length > 0) await admin.query(SetMetafieldsDocument, { metafields: set })
  if (gone.length > 0) await admin.query(DeleteMetafieldsDocument, { metafields: gone })
  const none = ids.filter((_, index) => !nodes[index]).map((productId) => ({ productId, reviews: [] }))
  await dropEntries(admin, shop, [...pages, ...none])
}

async function readPage(shop: string, productId: string) {
  const { sort, perPage, partial } = await readDisplaySettings(shop)
  const query: ListQuery = { productId, sort, stars: null, verified: false, photos: false, unpaid: false, after: null }
  const [summary, { reviews, next }] = await Promise.all([
    db.reviewSummary.findUniqueOrThrow({ where: { shop_productId: { shop, productId } } }),
    readShown(shop, query, perPage),
  ])
  return { productId, summary, reviews, told: { sort, next, partial } }
}

function changesOf(held: HeldProduct, wanted: readonly Metafield[]) {
  const set = wanted.flatMap((one) => {
    const before = held[one.key as keyof Omit<HeldProduct, 'id'>]
    return before && isSame(before.value, one.value) ? [] : [{ ownerId: held.id, ...one, compareDigest: before?.compareDigest ?? null }]
  })
  const gone = METAFIELDS.filter(({ key }) => held[key] && !wanted.some((one) => one.key === key)).map((one) => ({
    ownerId: held.id,
    ...one,
  }))
  return { set, gone }
}

/** Shopify may keep JSON in an order of its own. */
const isSame = (held: string, wanted: string): boolean => held === wanted || isDeepStrictEqual(parsed(held), parsed(wanted))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Only the version that was shown is done: a review that came meanwhile is shown by the next round. */
async function settle(shop: string, due: readonly Due[], problem: string | null): Promise<void> {
  await db.$transaction(
    due.map(({ productId, version }) =>
      db.reviewSummary.updateMany({ where: { shop, productId }, data: { writtenVersion: version, writtenAt: now(), problem } }),
    ),
  )
}

/** Once a shop: the two metafields that every theme and search engine knows. Another app may have done it before. */
async function enableDefinitions(admin: Admin, shop: string): Promise<void> {
  const where = { shop_key: { shop, key: ENABLED } }
  if ((await db.effect.findUnique({ where }))?.state === 'done') return
  await db.effect.upsert({ where, create: { shop, key: ENABLED, kind: ENABLED, request: {} }, update: { attempts: { increment: 1 } } })
  for (const key of ['rating', 'rating_count']) {
    const { standardMetafieldDefinitionEnable: answer } = await admin.query(EnableDefinitionDocument, { key })
    const fault = answer.faults.find(({ code }) => code !== 'TAKEN')
    if (fault) throw new AdminRefused(shop, [fault])
  }
  await db.effect.update({ where, data: { state: 'done', doneAt: now() } })
}
