import type { Language } from '#app/values/languages.ts'
import { noteIncentive } from '../incentive.server.ts'
import type { Markup } from './page.ts'
import { reads, type RewardNow } from './reads.server.ts'
import type { Submitted } from './submission.server.ts'
import { thanksPage, type RewardView } from './thanks-page.ts'
import type { Visit } from './visit.server.ts'

/** The last page: thanks, and the code at once where there is one. */
export async function thanks(visit: Visit, submitted: readonly Submitted[], change: string): Promise<Markup> {
  const { shop, language } = visit
  const genuine = submitted.filter((one) => one.genuine)
  const rewards: RewardNow[] = []
  for (const { reviewId, productId } of genuine) {
    const told = await reads().rewardNow(shop, reviewId)
    if (told && 'value' in told) await noteIncentive({ shop, reviewId, productId }, told.value)
    if (told) rewards.push(told)
  }
  const to = submitted.find(({ typedEmail }) => typedEmail !== null)?.typedEmail ?? null
  const published = submitted.every(({ state }) => state === 'published')
  const later: RewardView[] = (await isPromisedYet(visit, submitted)) ? [{ kind: 'later', to }] : []
  return thanksPage({ language, published, change, rewards: [...rewardViews(rewards, visit, to), ...later] })
}

/** What our rules take for spam is rewarded once somebody has looked at it; what was rewarded before is not rewarded again. */
async function isPromisedYet({ shop, promise }: Visit, submitted: readonly Submitted[]): Promise<boolean> {
  const held = promise ? submitted.filter(({ state, genuine }) => state === 'held' && !genuine) : []
  for (const { reviewId } of held) if (!(await reads().isRewarded(shop, reviewId))) return true
  return false
}

/** One sentence about the mail, however many codes it brings. */
function rewardViews(rewards: readonly RewardNow[], { language, timeZone }: Visit, to: string | null): RewardView[] {
  const codes = rewards.flatMap((reward) => ('expiresAt' in reward ? [rewardView(reward, language, timeZone)] : []))
  return rewards.some((reward) => 'waiting' in reward) ? [...codes, { kind: 'by-mail', to }] : codes
}

function rewardView(reward: Extract<RewardNow, { expiresAt: Date }>, language: Language, timeZone: string): RewardView {
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(reward.expiresAt)
  const { value } = reward
  if (!('code' in reward)) return { kind: 'credit', value, until }
  const { code, conditions, gift = null } = reward
  return { kind: 'code', code, value, until, conditions, gift }
}
