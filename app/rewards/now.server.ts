import type { Reward } from '@prisma/client'
import { db } from '../platform/db.server.ts'
import { languageOf } from '../values/languages.ts'
import { Terms, type Tier, type Value } from './program.ts'
import { readProgramVersion } from './programs.server.ts'
import { valueWords } from './promise.ts'
import { reads } from './reads.server.ts'
import type { Refusal } from './reward.ts'
import { earnReward } from './reward.server.ts'

export type ToldReward =
  | { code: string; value: string; expiresAt: Date }
  | { credit: true; value: string; expiresAt: Date }
  | { waiting: true; value: string }
  | { refused: Refusal }

/** For the form's last page: the code for a review of ours, at once when one is ready. Null: nothing is promised in this shop. Asking again answers the same. */
export async function rewardNow(shop: string, reviewId: string): Promise<ToldReward | null> {
  const facts = await reads().readReviewFacts(shop, reviewId)
  const reward = facts && (await earnReward(facts))
  return reward && tellReward(reward)
}

/** Reaction to `review.received`: the same for a review whose page was closed too early. */
export async function rewardReview(shop: string, reviewId: string): Promise<void> {
  await rewardNow(shop, reviewId)
}

export async function tellReward(reward: Reward): Promise<ToldReward> {
  if (reward.state === 'refused' || reward.state === 'revoked') return { refused: (reward.because ?? 'paused') as Refusal }
  const value = await valueOf(reward)
  // Only credit knows its last day before it is given; it is in her account before she gets there.
  if (!reward.discountKey && reward.expiresAt) return { credit: true, value, expiresAt: reward.expiresAt }
  if (!reward.code || !reward.expiresAt) return { waiting: true, value }
  return { code: reward.code, value, expiresAt: reward.expiresAt }
}

type Note = (review: { shop: string; reviewId: string; productId: string }, value: string) => Promise<void>

/** Reaction: what a review of ours was thanked with stands beside it, even if its last page was closed too early. */
export const noteThanks =
  (note: Note) =>
  async ({ shop, rewardKey }: { shop: string; rewardKey: string }): Promise<void> => {
    const reward = await db.reward.findUnique({ where: { shop_key: { shop, key: rewardKey } } })
    if (reward?.reviewId) await note({ shop, reviewId: reward.reviewId, productId: reward.productId }, await valueOf(reward))
  }

/** `10 % off`, in her language. */
export async function valueOf({ shop, programVersion, tier, language }: Reward): Promise<string> {
  const [program, known] = await Promise.all([readProgramVersion(shop, programVersion), reads().readShop(shop)])
  const value: Value | null = program && tier ? Terms.parse(program.terms).values[tier as Tier] : null
  return value ? valueWords(value, languageOf(language), known?.currency ?? 'USD') : ''
}
