import type { Reward } from '@prisma/client'
import { db } from '../platform/db.server.ts'
import { languageOf } from '../values/languages.ts'
import { codeLink } from './code-link.ts'
import { LETTER_WORDS } from './letter-words.ts'
import { limitsOf } from './limits.ts'
import { Terms, type Tier, type Value } from './program.ts'
import { readProgramVersion } from './programs.server.ts'
import { readSaid } from './promise.server.ts'
import { valueWords } from './promise.ts'
import { reads } from './reads.server.ts'
import { rewardKey, type Refusal } from './reward.ts'
import { earnReward } from './reward.server.ts'

/** How a gift comes into her cart. */
interface Gift {
  label: string
  how: string
  url: string
}

export type ToldReward =
  | { code: string; value: string; expiresAt: Date; conditions: readonly string[]; gift?: Gift }
  | { credit: true; value: string; expiresAt: Date }
  | { waiting: true; value: string }
  | { refused: Refusal }

/** For the form's last page: the code for a review of ours, at once when one is ready. Null: nothing is promised in this shop. Asking again answers the same. */
export async function rewardNow(shop: string, reviewId: string): Promise<ToldReward | null> {
  const facts = await reads().readReviewFacts(shop, reviewId)
  const reward = facts && (await earnReward(facts))
  return reward && tellReward(reward)
}

/** Whether a review of ours was thanked for, or refused, already. */
export async function isRewarded(shop: string, reviewId: string): Promise<boolean> {
  const facts = await reads().readReviewFacts(shop, reviewId)
  return facts !== null && (await db.reward.count({ where: { shop, key: rewardKey(facts) } })) > 0
}

/** Reaction to `review.received`: the same for a review whose page was closed too early. */
export async function rewardReview(shop: string, reviewId: string): Promise<void> {
  await rewardNow(shop, reviewId)
}

export async function tellReward(reward: Reward): Promise<ToldReward> {
  if (reward.state === 'refused' || reward.state === 'revoked') return { refused: (reward.because ?? 'paused') as Refusal }
  const given = await readValue(reward)
  const value = await valueOf(reward, given)
  // Only credit knows its last day before it is given; it is in her account before she gets there.
  if (!reward.discountKey && reward.expiresAt) return { credit: true, value, expiresAt: reward.expiresAt }
  if (!reward.code || !reward.expiresAt) return { waiting: true, value }
  const { code, expiresAt, shop } = reward
  const { gift: label, giftHow: how } = LETTER_WORDS[languageOf(reward.language)]
  const gift = given?.kind === 'gift' ? { gift: { label, how, url: codeLink(shop, code, given) } } : {}
  return { code, value, expiresAt, conditions: await conditionsOf(reward), ...gift }
}

/** What still limits the use of what she has, beside its last day. */
export async function conditionsOf({ shop, language, programVersion, tier, customerId }: Reward): Promise<string[]> {
  const program = await readProgramVersion(shop, programVersion)
  const value = program?.terms.values[tier as Tier]
  if (!program || !value) return []
  // Where no customer was known, the code is whoever's has it.
  const terms = { ...program.terms, bound: program.terms.bound && customerId !== null }
  return limitsOf([value], terms, languageOf(language), await readSaid(shop, program))
}

type Note = (review: { shop: string; reviewId: string; productId: string }, value: string) => Promise<void>

/** Reaction: what a review of ours was thanked with stands beside it, even if its last page was closed too early. */
export const noteThanks =
  (note: Note) =>
  async ({ shop, rewardKey }: { shop: string; rewardKey: string }): Promise<void> => {
    const reward = await db.reward.findUnique({ where: { shop_key: { shop, key: rewardKey } } })
    if (reward?.reviewId) await note({ shop, reviewId: reward.reviewId, productId: reward.productId }, await valueOf(reward))
  }

/** What its tier was worth when it was promised. */
export async function readValue({ shop, programVersion, tier }: Reward): Promise<Value | null> {
  const program = await readProgramVersion(shop, programVersion)
  return program && tier ? Terms.parse(program.terms).values[tier as Tier] : null
}

/** `10 % off`, in her language; `given` where it was read already. */
export async function valueOf(reward: Reward, given?: Value | null): Promise<string> {
  const { shop, language } = reward
  const [value, known] = await Promise.all([given === undefined ? readValue(reward) : given, reads().readShop(shop)])
  return value ? valueWords(value, languageOf(language), known?.currency ?? 'USD') : ''
}
