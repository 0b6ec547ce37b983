import type { ReviewFacts } from '#app/reviews/review-facts.ts'
import type { Program, Terms } from '#app/rewards/program.ts'

export const SHOP = 'aurora.myshopify.com'

/** A review of our own form by a buyer, unless the test says otherwise. */
export const reviewFacts = (changes: Partial<ReviewFacts> = {}): ReviewFacts => ({
  shop: SHOP,
  source: 'form',
  sourceReviewId: '1',
  reviewId: changes.sourceReviewId ?? '1',
  productId: '100',
  orderId: '5001',
  customerId: '9',
  email: 'ann@example.com',
  language: 'en',
  photos: 0,
  videos: 0,
  verified: true,
  final: true,
  promised: null,
  excluded: null,
  submittedAt: new Date(),
  ...changes,
})

/** What another review app tells of the same, before its photos. */
export const providerFacts = (changes: Partial<ReviewFacts> = {}): ReviewFacts =>
  reviewFacts({ source: 'judgeme', reviewId: null, final: false, ...changes })

/** The terms as a page opened just now saves them. */
export async function savedProgram(shop: string, asked: { active: boolean; terms: Terms }): Promise<Program> {
  const { saveProgram } = await import('#app/rewards/programs.server.ts')
  const saved = await saveProgram(shop, asked)
  if (!saved.ok) throw new Error(saved.because)
  return saved.value
}
