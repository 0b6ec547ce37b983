import type { Prisma } from '@prisma/client'
import { now } from '../platform/clock.server.ts'
import { transact, db, type Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import type { JobPayloads } from '../platform/jobs.ts'
import { adminFor } from '../platform/shopify/admin.server.ts'
import { idOf } from '../values/ids.ts'
import { HOURS, later } from '../values/time.ts'
import { parseMoney } from '../values/money.ts'
import { LEDGER, type LedgerEntry } from './credit-documents.ts'
import { traceCredits, type Credit, type Entry, type Spent } from './ledger.ts'
import { redeemWithin } from './redemption.server.ts'

interface Held {
  key: string
  creditId: string
}

/** Job: a customer who holds credit of ours has ordered, or got something back; her account says what became of it. */
export async function traceCredit({ shop, customerId }: JobPayloads['trace-credit']): Promise<void> {
  const rewards = await db.reward.findMany({ where: { shop, customerId, creditId: { not: null } }, select: { key: true, creditId: true } })
  let untold = rewards.flatMap(({ key, creditId }) => (creditId ? [{ key, creditId }] : []))
  while (untold[0]) {
    const [asked] = untold
    const entries = await readLedger(shop, asked.creditId)
    if (entries === 'more') return enqueue(db, 'trace-credit', { shop, customerId })
    const credits = new Map(entries.flatMap((entry) => (entry.kind === 'credit' ? [[entry.id, entry] as const] : [])))
    const told = untold.filter(({ creditId }) => credits.has(creditId))
    await keep(shop, customerId, { told, credits, spent: traceCredits(entries) })
    await db.ledgerPage.deleteMany({ where: { shop, creditId: asked.creditId } })
    untold = untold.filter((one) => one !== asked && !told.includes(one))
  }
}

const PAGES = 5 // of a hundred entries, in one go

/**
 * The account that a credit lies in, oldest entry first; nothing when it is gone. A long one is read in several goes, each of which begins
 * where the one before ended, whatever happened in between. What is spent meanwhile does not add up, and is gone through with its own order.
 */
async function readLedger(shop: string, creditId: string): Promise<Entry[] | 'more'> {
  // What was left behind long ago tells of another account by now.
  await db.ledgerPage.deleteMany({ where: { shop, creditId, readAt: { lt: later(now(), -HOURS) } } })
  const before = await db.ledgerPage.findMany({ where: { shop, creditId }, orderBy: { page: 'asc' } })
  const entries = before.flatMap((one) => one.entries as unknown as LedgerEntry[])
  const fresh: LedgerEntry[] = []
  let after = before.at(-1)?.after ?? null
  for (let page = 0; page < PAGES; page += 1) {
    const { node }: Awaited<ReturnType<typeof ask>> = await ask(shop, creditId, after)
    if (!node) return []
    const { nodes, pageInfo } = node.account.transactions
    fresh.push(...nodes)
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return [...entries, ...fresh].flatMap(entryOf)
    after = pageInfo.endCursor
  }
  const page = {
    shop,
    creditId,
    page: before.length,
    entries: fresh as unknown as Prisma.InputJsonValue,
    after: after ?? '',
    readAt: now(),
  }
  await db.ledgerPage.createMany({ data: [page], skipDuplicates: true })
  return 'more'
}

const ask = (shop: string, id: string, after: string | null) => adminFor(shop).query(LEDGER, { id, after })

const unitsOf = ({ amount, currencyCode }: { amount: string; currencyCode: string }) => Math.abs(parseMoney(amount, currencyCode))

function entryOf(told: LedgerEntry): Entry[] {
  const at = new Date(told.createdAt)
  const amount = unitsOf(told.amount)
  switch (told.__typename) {
    case 'StoreCreditAccountCreditTransaction': {
      const expiresAt = told.expiresAt ? new Date(told.expiresAt) : null
      return [{ kind: 'credit', id: told.id, amount, remaining: unitsOf(told.remainingAmount), expiresAt, at }]
    }
    case 'StoreCreditAccountDebitTransaction':
      return [{ kind: 'debit', id: told.id, amount, orderId: told.origin?.order ? idOf(told.origin.order.id) : null, at }]
    case 'StoreCreditAccountDebitRevertTransaction':
      return [{ kind: 'revert', debitId: told.debitTransaction.id, amount, at }]
    case 'StoreCreditAccountExpirationTransaction':
      return []
  }
}

interface Told {
  told: readonly Held[]
  credits: ReadonlyMap<string, Credit>
  spent: readonly Spent[] | null
}

/** What remains is Shopify's own word; which orders spent the rest is written only where it adds up. */
const keep = (shop: string, customerId: string, { told, credits, spent }: Told): Promise<void> =>
  transact(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`credit:${shop}:${customerId}`}, 0))::text`
    const touched = new Set<string>()
    for (const { key, creditId } of told) {
      const left = credits.get(creditId)?.remaining ?? 0
      await tx.reward.update({ where: { shop_key: { shop, key } }, data: { creditLeft: left } })
      const uses = (spent ?? []).filter((one) => one.creditId === creditId)
      for (const orderId of await replaceUses(tx, shop, key, uses)) touched.add(orderId)
    }
    for (const orderId of [...touched].toSorted()) await redeemWithin(tx, shop, orderId)
  })

/** The orders that it was, or is now, used in. */
async function replaceUses(tx: Tx, shop: string, rewardKey: string, uses: readonly Spent[]): Promise<string[]> {
  const before = await tx.creditUse.findMany({ where: { shop, rewardKey }, select: { orderId: true } })
  await tx.creditUse.deleteMany({ where: { shop, rewardKey } })
  await tx.creditUse.createMany({ data: uses.map(({ orderId, amount }) => ({ shop, rewardKey, orderId, amount })) })
  return [...before, ...uses].map(({ orderId }) => orderId)
}
