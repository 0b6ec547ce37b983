import { randomUUID } from 'node:crypto'
import type { Tx } from '#app/platform/db.server.ts'

export type LoggedDeed =
  | 'submitted'
  | 'rewritten'
  | 'held'
  | 'published'
  | 'hidden'
  | 'replied'
  | 'reply-removed'
  | 'featured'
  | 'unfeatured'
  | 'redacted'
  | 'imported'
  | 'media-stored'
  | 'media-failed'
  | 'flow-refused'

export interface LogEntry {
  shop: string
  reviewId: string
  at: Date
  /** `shopper`, `Encore`, or the staff member's name. */
  who: string
  what: LoggedDeed
  detail?: object
}

/** What was done to a review, in the transaction that does it; never changed, never taken out (R12). */
export const logReview = async (tx: Tx, entries: readonly LogEntry[]): Promise<void> =>
  void (await tx.reviewLog.createMany({
    data: entries.map(({ shop, reviewId, at, who, what, detail = {} }) => ({ shop, reviewId, id: randomUUID(), at, who, what, detail })),
  }))
