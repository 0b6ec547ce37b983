import type { Sort } from './settings.ts'
import { averageOf, percentOf, type ShownReview, type Summary } from './shown.ts'

/** The type that shopify.app.toml declares, and under which name each review stands there. */
export const ENTRY_TYPE = '$app:review'
export const handleOf = (reviewId: string): string => `review-${reviewId.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Every field is told each time, an empty one as empty: what was taken out of a review must not stay on the page. */
export function entryFields(review: ShownReview): { key: string; value: string }[] {
  const percent = percentOf(review.incentive)
  const told: Record<string, string> = {
    review_id: review.id,
    rating: String(review.rating),
    title: oneLine(review.title),
    body: review.body.trim(),
    author: oneLine(review.author) || '–',
    language: review.language,
    submitted_at: review.submittedAt.toISOString(),
    verified: String(review.verified),
    incentive: oneLine(review.incentive ?? ''),
    incentive_percent: percent === null ? '' : String(percent),
    imported: String(review.imported),
    edited: String(review.edited),
    featured: String(review.featured),
    recommends: review.recommends === null ? '' : String(review.recommends),
    answers: review.answers.length > 0 ? JSON.stringify(review.answers) : '',
    media: review.media.length > 0 ? JSON.stringify(review.media) : '',
    reply: review.reply?.trim() ?? '',
  }
  return Object.entries(told).map(([key, value]) => ({ key, value }))
}

export interface Metafield {
  namespace: string
  key: string
  type: string
  value: string
}

export interface Page {
  sort: Sort
  /** Where the next page begins; null when all are shown. */
  next: string | null
  /** Some reviews are hidden because of their rating, and the law wants it said (R5). */
  partial: boolean
}

/** What a product says of its reviews. Without any there is none of it: zero stars out of no reviews would be a lie. */
export function productMetafields(summary: Summary, entryIds: readonly string[], page: Page): Metafield[] {
  if (summary.count === 0) return []
  const { count, stars, verified, incentivised, pictured } = summary
  const rating = { value: averageOf(summary), scale_min: '1.0', scale_max: '5.0' }
  return [
    { namespace: 'reviews', key: 'rating', type: 'rating', value: JSON.stringify(rating) },
    { namespace: 'reviews', key: 'rating_count', type: 'number_integer', value: String(count) },
    {
      namespace: '$app',
      key: 'review_summary',
      type: 'json',
      value: JSON.stringify({ count, stars, verified, incentivised, pictured, ...page }),
    },
    { namespace: '$app', key: 'reviews', type: 'list.metaobject_reference', value: JSON.stringify(entryIds) },
  ]
}

/** Everything that `productMetafields` may write; what it does not name must go. */
export const METAFIELDS = [
  { namespace: 'reviews', key: 'rating' },
  { namespace: 'reviews', key: 'rating_count' },
  { namespace: '$app', key: 'review_summary' },
  { namespace: '$app', key: 'reviews' },
] as const
