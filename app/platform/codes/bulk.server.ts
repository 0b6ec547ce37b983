import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { db, transact } from '../db.server.ts'
import { adminFor } from '../shopify/admin.server.ts'
import { ADD_CODES, BULK_CODES, BULK_COUNTS, COUNT_CODES, FIND_BY_CODE, type AddedCodes } from './discount-documents.ts'

/** Shopify takes no more in one call. */
const MOST_PER_CALL = 250
const POLLS = [250, 500, 1_000, 2_000, 3_000] as const

interface Batch {
  batch: string
  codes: string[]
  bulkId: string | null
}

/** Hands every planned code to Shopify, in as few calls as it takes; and those of a call whose answer was lost, again. */
export async function addCodes(shop: string, discountKey: string, discountId: string): Promise<void> {
  for (const lost of (await openBatches(shop, discountKey)).filter(({ bulkId }) => bulkId === null)) {
    if (await allThere(shop, discountKey, discountId)) await markReady(shop, lost.codes)
    else await add(shop, discountId, lost)
  }
  for (let next = await formBatch(shop, discountKey); next; next = await formBatch(shop, discountKey)) await add(shop, discountId, next)
}

const formBatch = (shop: string, discountKey: string): Promise<Batch | null> =>
  transact(async (tx) => {
    const planned = await tx.discountCode.findMany({
      where: { shop, discountKey, state: 'planned' },
      take: MOST_PER_CALL,
      select: { code: true },
    })
    const codes = planned.map(({ code }) => code)
    if (codes.length === 0) return null
    const batch = randomUUID()
    await tx.discountCode.updateMany({ where: { shop, code: { in: codes } }, data: { state: 'adding', batch } })
    return { batch, codes, bulkId: null }
  })

async function add(shop: string, discountId: string, { batch, codes }: Batch): Promise<void> {
  const { discountRedeemCodeBulkAdd: added } = await adminFor(shop).query(ADD_CODES, { discountId, codes: codes.map((code) => ({ code })) })
  if (!added.bulkCreation) throw new Error(`Shopify adds no codes to ${discountId}`)
  await db.discountCode.updateMany({ where: { shop, batch, state: 'adding' }, data: { bulkId: added.bulkCreation.id } })
}

async function openBatches(shop: string, discountKey: string): Promise<Batch[]> {
  const open = await db.discountCode.findMany({
    where: { shop, discountKey, state: 'adding', batch: { not: 'first' } },
    orderBy: { code: 'asc' },
  })
  const grouped = [...Map.groupBy(open, ({ batch }) => batch ?? '')]
  return grouped.map(([batch, rows]) => ({ batch, codes: rows.map(({ code }) => code), bulkId: rows[0]?.bulkId ?? null }))
}

/** Waits a few seconds for what Shopify is adding. False: it is not done yet. */
export async function settleBatches(shop: string, discountKey: string, discountId: string): Promise<boolean> {
  for (const pause of POLLS) {
    const open = await openBatches(shop, discountKey)
    if (open.length === 0) return true
    await sleep(pause)
    for (const batch of open) await settle(shop, discountKey, discountId, batch)
  }
  return (await openBatches(shop, discountKey)).length === 0
}

async function settle(shop: string, discountKey: string, discountId: string, batch: Batch): Promise<void> {
  if (batch.bulkId === null) return
  const { discountRedeemCodeBulkCreation: counts } = await adminFor(shop).query(BULK_COUNTS, { id: batch.bulkId })
  if (counts && !counts.done) return
  if (counts?.failedCount === 0) return markReady(shop, batch.codes)
  // All of them failed: most likely an earlier call, whose answer was lost, has added them.
  const doubled = counts?.failedCount === batch.codes.length && (await allThere(shop, discountKey, discountId))
  const doubtful = doubled ? [] : counts ? await failedCodes(shop, batch.bulkId) : batch.codes
  const strangers = new Set<string>()
  for (const code of doubtful) if (!(await isIn(shop, discountId, code))) strangers.add(code)
  await markReady(
    shop,
    batch.codes.filter((code) => !strangers.has(code)),
  )
  await db.discountCode.updateMany({ where: { shop, batch: batch.batch, state: 'adding' }, data: { state: 'failed' } })
}

const isIn = async (shop: string, discountId: string, code: string): Promise<boolean> =>
  (await adminFor(shop).query(FIND_BY_CODE, { code })).codeDiscountNodeByCode?.id === discountId

/** Every code of the discount comes from us: when it has as many as we ever handed over, none is missing. */
async function allThere(shop: string, discountKey: string, discountId: string): Promise<boolean> {
  const handed = await db.discountCode.count({ where: { shop, discountKey, state: { in: ['adding', 'ready', 'given'] } } })
  const { codeDiscountNode } = await adminFor(shop).query(COUNT_CODES, { id: discountId })
  const there = codeDiscountNode?.codeDiscount.codesCount
  return there?.precision === 'EXACT' && there.count === handed
}

async function failedCodes(shop: string, bulkId: string): Promise<string[]> {
  const failed: string[] = []
  let after: string | null = null
  for (;;) {
    const page = await readAdded(shop, bulkId, after)
    failed.push(...page.nodes.filter(({ errors }) => errors.length > 0).map(({ code }) => code))
    if (!page.pageInfo.hasNextPage) return failed
    after = page.pageInfo.endCursor
  }
}

async function readAdded(shop: string, id: string, after: string | null): Promise<AddedCodes> {
  const { discountRedeemCodeBulkCreation: found } = await adminFor(shop).query(BULK_CODES, { id, after })
  return found?.codes ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }
}

const markReady = async (shop: string, codes: string[]): Promise<void> => {
  await db.discountCode.updateMany({ where: { shop, code: { in: codes }, state: 'adding' }, data: { state: 'ready' } })
}
