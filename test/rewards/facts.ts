import type { ReviewFacts } from '#app/reviews/review-facts.ts'

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
