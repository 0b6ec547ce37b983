import { createHash } from 'node:crypto'
import type { Reward } from '@prisma/client'
import { now } from '../platform/clock.server.ts'
import { db, transact, type Tx } from '../platform/db.server.ts'
import { emit } from '../platform/events.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import type { JobPayloads } from '../platform/jobs.ts'
import { adminFor, AdminRefused } from '../platform/shopify/admin.server.ts'
import { gid } from '../values/ids.ts'
import { formatDecimal } from '../values/money.ts'
import { CREDIT, CREDITS } from './credit-documents.ts'
import { creditEnds, sameSecond } from './credit.ts'
import { expiryOf } from './expiry.ts'
import type { Program, Tier } from './program.ts'
import { readProgramVersion } from './programs.server.ts'
import { reads, timeZoneOf } from './reads.server.ts'

/** Her tier is final: the credit is written down, and the job that gives it follows. */
export async function planCredit(tx: Tx, { shop, key }: Reward, tier: Tier, { terms }: Program): Promise<Reward> {
  const { expiresAt } = expiryOf(now(), terms.days, await timeZoneOf(shop))
  const digest = createHash('sha256').update(key).digest().readUInt32BE()
  await enqueue(tx, 'credit-reward', { shop, rewardKey: key })
  const planned = { state: 'issuing', tier, expiresAt: creditEnds(expiresAt, digest) }
  return tx.reward.update({ where: { shop_key: { shop, key } }, data: planned })
}

/** Job: credits her account once. What an interrupted try may have made is looked for before it is made again. */
export async function creditReward({ shop, rewardKey: key }: JobPayloads['credit-reward']): Promise<void> {
  const reward = await db.reward.findUnique({ where: { shop_key: { shop, key } } })
  if (reward?.state !== 'issuing' || !reward.customerId || !reward.expiresAt) return
  const amount = await amountOf(reward)
  if (!amount) return
  const owner = { id: gid('Customer', reward.customerId), expiresAt: reward.expiresAt }
  const made = (reward.creditTried ? await findCredit(shop, owner) : null) ?? (await credit(reward, owner, amount))
  await transact(async (tx) => {
    const { count } = await tx.reward.updateMany({
      where: { shop, key, state: 'issuing' },
      data: { state: 'issued', creditId: made, creditLeft: reward.cost, issuedAt: now(), waits: null },
    })
    if (count > 0) await emit(tx, 'reward.issued', { shop, rewardKey: key })
  })
}

async function amountOf({ shop, programVersion, tier }: Reward): Promise<{ amount: string; currencyCode: string } | null> {
  const [program, known] = await Promise.all([readProgramVersion(shop, programVersion), reads().readShop(shop)])
  const value = program?.terms.values[tier as Tier]
  if (value?.kind !== 'store-credit' || !known) return null
  return { amount: formatDecimal(value.amount, known.currency), currencyCode: known.currency }
}

interface Owner {
  id: string
  expiresAt: Date
}

async function credit({ shop, key }: Reward, { id, expiresAt }: Owner, creditAmount: { amount: string; currencyCode: string }) {
  const where = { shop, key, state: 'issuing' }
  const { count } = await db.reward.updateMany({ where, data: { creditTried: true } })
  if (count === 0) return null
  try {
    const answer = await adminFor(shop).query(CREDIT, { id, credit: { creditAmount, expiresAt: expiresAt.toISOString() } })
    return answer.storeCreditAccountCredit.storeCreditAccountTransaction?.id ?? null
  } catch (error) {
    // Shopify said no, so nothing was made.
    if (error instanceof AdminRefused) await db.reward.updateMany({ where, data: { waits: error.message, creditTried: false } })
    throw error
  }
}

async function findCredit(shop: string, { id, expiresAt }: Owner): Promise<string | null> {
  const { customer } = await adminFor(shop).query(CREDITS, { id })
  const all = customer?.storeCreditAccounts.nodes.flatMap(({ transactions }) => transactions.nodes) ?? []
  return all.find((one) => one.id !== undefined && sameSecond(expiresAt, one.expiresAt))?.id ?? null
}
