import type { Reward } from '@prisma/client'
import { now } from '../platform/clock.server.ts'
import { db, transact, type Tx } from '../platform/db.server.ts'
import type { Known, MessageKinds } from '../platform/messaging/message.ts'
import { queueMessage } from '../platform/messaging/queue.server.ts'
import { languageOf } from '../values/languages.ts'
import { DAYS, later } from '../values/time.ts'
import { codeLink } from './code-link.ts'
import { codeLetter, type CodeMail } from './letter.ts'
import { conditionsOf, readValue, valueOf } from './now.server.ts'
import { reads } from './reads.server.ts'

/** How long before its last day an unused code is called to mind, once. */
const BEFORE = 4 * DAYS

/** Reaction to `reward.issued`: the code by mail, to whoever has an address. */
export async function mailReward(shop: string, rewardKey: string): Promise<void> {
  await queue(shop, rewardKey, 'reward')
}

/** Job of the hour: codes that end soon and were not used. */
export async function remindRewards(): Promise<void> {
  const soon = await db.reward.findMany({
    where: { state: 'issued', remindedAt: null, email: { not: null }, expiresAt: { gt: now(), lt: later(now(), BEFORE) } },
    orderBy: { expiresAt: 'asc' },
    take: 1_000,
    select: { shop: true, key: true },
  })
  for (const { shop, key } of soon) await queue(shop, key, 'reward-reminder')
}

async function queue(shop: string, key: string, kind: 'reward' | 'reward-reminder'): Promise<void> {
  const where = { shop_key: { shop, key } }
  const reward = await db.reward.findUnique({ where })
  if (reward?.state !== 'issued' || !reward.email) return
  const { email, customerId, orderId } = reward
  const content = await contentOf(reward)
  const unneeded = kind === 'reward-reminder' && (await isUnneeded(db, reward))
  await transact(async (tx) => {
    if (kind === 'reward-reminder') await tx.reward.update({ where, data: { remindedAt: now() } })
    if (unneeded) return
    const to = { channel: 'email' as const, to: email, customerId, orderId, language: languageOf(reward.language) }
    const weight = kind === 'reward' ? ('expected' as const) : ('unasked' as const)
    await queueMessage(tx, { shop, key: `${kind}:${key}`, kind, weight, ...to, content, sendAt: now() })
  })
}

/** A code of a few days needs no reminder; nor does one that was redeemed, or whose shopper has ordered since. */
async function isUnneeded(tx: Tx, { shop, key, customerId, email, issuedAt, expiresAt }: Reward): Promise<boolean> {
  if (!issuedAt || !expiresAt || expiresAt.getTime() - issuedAt.getTime() < 2 * BEFORE) return true
  if (await tx.redemption.findFirst({ where: { shop, rewardKey: key } })) return true
  const hers = [...(customerId ? [{ customerId }] : []), ...(email ? [{ email: { equals: email, mode: 'insensitive' as const } }] : [])]
  return (await tx.order.findFirst({ where: { shop, OR: hers, processedAt: { gt: issuedAt } }, select: { id: true } })) !== null
}

async function contentOf(reward: Reward): Promise<CodeMail> {
  const { shop, language, code, expiresAt } = reward
  const [known, given] = [await reads().readShop(shop), await readValue(reward)]
  const format = new Intl.DateTimeFormat(languageOf(language), { dateStyle: 'long', timeZone: known?.timeZone ?? 'UTC' })
  return {
    code,
    value: await valueOf(reward, given),
    until: expiresAt ? format.format(expiresAt) : '',
    shop: known?.name || shop,
    url: code ? codeLink(shop, code, given) : `https://${shop}/`,
    gift: given?.kind === 'gift',
    conditions: await conditionsOf(reward),
  }
}

/** Asked again just before it leaves: she may have bought meanwhile. */
async function doubtReminder({ shop, key }: Known): Promise<string | null> {
  const reward = await db.reward.findUnique({ where: { shop_key: { shop, key: key.slice('reward-reminder:'.length) } } })
  return !reward || reward.state !== 'issued' || (await isUnneeded(db, reward)) ? 'no-longer-needed' : null
}

export const rewardMails: MessageKinds = {
  reward: { write: codeLetter('reward') },
  'reward-reminder': { write: codeLetter('reward-reminder'), doubt: doubtReminder },
}
