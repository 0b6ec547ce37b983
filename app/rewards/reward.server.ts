import type { Reward } from '@prisma/client'
import type { ReviewFacts } from '../reviews/review-facts.ts'
import { now } from '../platform/clock.server.ts'
import { transact, type Tx } from '../platform/db.server.ts'
import { enqueue } from '../platform/jobs.server.ts'
import { countFor } from './counts.server.ts'
import { programFor } from './programs.server.ts'
import type { Program } from './program.ts'
import { reads } from './reads.server.ts'
import { claimOf, decideReward, rewardKey } from './reward.ts'
import { settleWithin } from './settle.server.ts'

/**
 * Thanks for a review, once, whoever tells of it and however often. A review that is told again changes nothing, except that more photos
 * or videos lift the tier until it is settled. Null: the shop has never promised anything.
 */
export const earnReward = (facts: ReviewFacts): Promise<Reward | null> => transact((tx) => earnWithin(tx, facts))

/** The same in the caller's transaction. */
export async function earnWithin(tx: Tx, told: ReviewFacts): Promise<Reward | null> {
  const { shop } = told
  const where = { shop_key: { shop, key: rewardKey(told) } }
  // Two of three deliveries bring nothing new: they need not wait for the others of the shop.
  const before = await tx.reward.findUnique({ where })
  if (before && !mayChange(before, told)) return before
  // Caps and the budget are the shop's: two reviews at once must not both take the last place.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`rewards:${shop}`}, 0))::text`
  const known = await tx.reward.findUnique({ where })
  if (known?.state === 'settling') return liftTier(tx, known, told)
  if (known && !mayBeReconsidered(known, told)) return known
  const address = told.email?.trim().toLowerCase() || null
  const facts = { ...told, ...(await reads().readBuyer(tx, shop, { ...told, email: address })) }
  const program = await programFor(tx, facts)
  if (!program && !(await tx.rewardProgram.findFirst({ where: { shop } }))) return null
  return decideAndWrite(tx, facts, program)
}

/** A provider may learn later that she has bought it. */
const mayBeReconsidered = (known: Reward, told: ReviewFacts): boolean =>
  known.state === 'refused' && known.because === 'not-verified' && told.verified

const mayChange = (known: Reward, told: ReviewFacts): boolean =>
  known.state === 'settling' ? told.photos > known.photos || told.videos > known.videos : mayBeReconsidered(known, told)

const liftTier = (tx: Tx, known: Reward, told: ReviewFacts): Promise<Reward> =>
  tx.reward.update({
    where: { shop_key: { shop: known.shop, key: known.key } },
    data: { photos: Math.max(known.photos, told.photos), videos: Math.max(known.videos, told.videos) },
  })

async function decideAndWrite(tx: Tx, facts: ReviewFacts, program: Program | null): Promise<Reward> {
  const at = now()
  const verdict = decideReward(facts, program, await countFor(tx, facts, program, at), at)
  const key = rewardKey(facts)
  const { shop, source, reviewId, sourceReviewId, customerId, email, language, productId, orderId, photos, videos, submittedAt } = facts
  const about = { source, reviewId, sourceReviewId, customerId, email, language, productId, orderId, photos, videos, submittedAt }
  const decided = verdict.ok
    ? { state: 'settling', because: null, claim: claimOf(facts), cost: verdict.value.cost, settleAt: verdict.value.settleAt }
    : { state: 'refused', because: verdict.because, settleAt: at }
  const row = { ...about, ...decided, programVersion: program?.version ?? 0, earnedAt: at }
  const reward = await tx.reward.upsert({ where: { shop_key: { shop, key } }, create: { shop, key, ...row }, update: row })
  if (!verdict.ok) return reward
  if (facts.final) return settleWithin(tx, shop, key)
  await enqueue(tx, 'settle-reward', { shop, rewardKey: key }, { runAt: verdict.value.settleAt })
  return reward
}
