/**
 * All that a reward may know of a review. It has no rating, no title and no text, and nothing that tells of them: a reward that depends on
 * what was said cannot be written (R1; 16 CFR 465.4).
 */
export interface ReviewFacts {
  shop: string
  /** `form`, or the provider's name. */
  source: string
  /** What it is called there; with shop and source, one review. */
  sourceReviewId: string
  /** Our own review; null when another app keeps it. */
  reviewId: string | null
  productId: string
  orderId: string | null
  customerId: string | null
  email: string | null
  language: string
  photos: number
  videos: number
  /** The order was found: she has bought it. */
  verified: boolean
  /** No photo can come after this: the tier is known now. */
  final: boolean
  /** The version of the reward program that her request promised; null: nothing was promised. */
  promised: number | null
  /** Why it must never be rewarded, whatever the program says. */
  excluded: 'import' | 'insider' | 'made-in-admin' | 'test' | 'rewarded-elsewhere' | null
  submittedAt: Date
}
