/** Where a review stands. Held and hidden ones are seen by nobody but the merchant. */
export const REVIEW_STATES = ['published', 'held', 'hidden'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** The only reasons for which a review may be hidden. What it thinks of the product is none (R5; 16 CFR 465.7). */
export const HIDE_REASONS = ['spam', 'abuse', 'personal-data', 'off-topic', 'illegal'] as const
export type HideReason = (typeof HIDE_REASONS)[number]

export const MOST_PHOTOS = 5
export const MOST_VIDEOS = 1
export const LONGEST = { title: 120, body: 5_000, author: 60, answer: 500, reply: 3_000 }
export const RATINGS = [1, 2, 3, 4, 5] as const

/** One review per shopper, product and order: what makes the second one an edit of the first. */
export type Writer =
  | { kind: 'order'; orderId: string }
  | { kind: 'customer'; customerId: string }
  // Nobody that we know: whoever holds the page that was sent to her browser.
  | { kind: 'pass'; pass: string }

export function sourceIdOf(writer: Writer, productId: string): string {
  switch (writer.kind) {
    case 'order':
      return `order:${writer.orderId}:${productId}`
    case 'customer':
      return `customer:${writer.customerId}:${productId}`
    case 'pass':
      return `pass:${writer.pass}:${productId}`
  }
}
