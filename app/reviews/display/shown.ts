/** A review as shoppers see it: no address, no order, nothing of how it was judged. */
export interface ShownReview {
  id: string
  rating: number
  title: string
  body: string
  author: string
  language: string
  verified: boolean
  incentive: string | null
  imported: boolean
  edited: boolean
  featured: boolean
  recommends: boolean | null
  answers: readonly { question: string; answer: string }[]
  media: readonly { kind: 'photo' | 'video'; url: string }[]
  reply: string | null
  submittedAt: Date
}

/** `10% off` -> 10: what the shopper was given, so that each page can say it in its own language. */
export function percentOf(incentive: string | null): number | null {
  const found = /(\d{1,3}(?:[.,]\d{1,2})?)\s*[%٪]/.exec(incentive ?? '')?.[1]
  return found === undefined ? null : Number(found.replace(',', '.'))
}

export interface Summary {
  count: number
  sum: number
  /** How many of 1, 2, 3, 4 and 5 stars. */
  stars: readonly number[]
  verified: number
  incentivised: number
  pictured: number
}

/** One decimal, as themes show it: `4.5`. */
export const averageOf = ({ count, sum }: Pick<Summary, 'count' | 'sum'>): string => (count === 0 ? 0 : sum / count).toFixed(1)
