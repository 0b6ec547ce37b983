import { transact } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Language } from '#app/values/languages.ts'
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
  const published = submitted.every(({ state }) => state === 'published')
  return thanksPage({ language, published, change, rewards: rewardViews(rewards, language) })
}

/** What she got stands beside the review wherever it is shown (R4). */
const noteIncentive = (
  { shop, reviewId, productId }: { shop: string; reviewId: string; productId: string },
  incentive: string,
): Promise<void> =>
  transact(async (tx) => {
    const other = { shop, id: reviewId, OR: [{ incentive: null }, { incentive: { not: incentive } }] }
    const { count } = await tx.review.updateMany({ where: other, data: { incentive } })
    if (count > 0) await emit(tx, 'review.changed', { shop, reviewId, productId })
  })

/** One sentence about the mail, however many codes it brings. */
function rewardViews(rewards: readonly RewardNow[], language: Language): RewardView[] {
  const codes = rewards.flatMap((reward): RewardView[] => ('code' in reward ? [codeView(reward, language)] : []))
  return rewards.some((reward) => 'waiting' in reward) ? [...codes, { kind: 'by-mail' }] : codes
}

const codeView = ({ code, value, expiresAt }: Extract<RewardNow, { code: string }>, language: Language): RewardView => ({
  kind: 'code',
  code,
  value,
  until: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(expiresAt),
})
