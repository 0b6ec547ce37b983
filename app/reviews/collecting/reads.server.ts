import type { Language } from '#app/values/languages.ts'

/** Something that can be rated. */
export interface Good {
  id: string
  title: string
  imageUrl: string | null
}

/** The order behind a review. */
export interface Bought {
  orderId: string
  customerId: string | null
  email: string | null
  firstName: string | null
  locale: string | null
  country: string | null
  productIds: readonly string[]
}

/** What became of the reward for one review, as far as its writer is told on the last page. */
export type RewardNow =
  | { code: string; value: string; expiresAt: Date; conditions: readonly string[]; gift?: { label: string; how: string; url: string } }
  | { credit: true; value: string; expiresAt: Date }
  | { waiting: true; value: string }
  | { refused: string }

/** What a shopper is told before she writes, in her language. */
export interface Promised {
  lines: readonly string[]
  conditions: readonly string[]
}

/** What collecting reads of other domains. */
export interface CollectingReads {
  readGoods(shop: string, productIds: readonly string[]): Promise<Good[]>
  readBought(shop: string, orderId: string): Promise<Bought | null>
  /** Products of an order of which she keeps nothing: they go back or came back. */
  readGone(shop: string, orderId: string): Promise<string[]>
  /** Her latest order with the product. */
  findBought(shop: string, customerId: string, productId: string): Promise<Bought | null>
  readShop(shop: string): Promise<{ name: string; locale: string; timeZone: string; settings: unknown } | null>
  /** Whom the shop itself may be: a staff member's review is never rewarded (R9). */
  readInsiders(shop: string): Promise<{ emails: readonly string[]; hosts: readonly string[] }>
  /** What she may expect for writing; `version` names what was promised to her earlier. Null: nothing. */
  readPromise(shop: string, language: Language, version?: number): Promise<Promised | null>
  /** She is about to write: her reward's code is made ready meanwhile. */
  prepareCodes(shop: string, version?: number): Promise<void>
  /** Her reward for one review of ours; asking again answers the same. Null: this shop promises none. */
  rewardNow(shop: string, reviewId: string): Promise<RewardNow | null>
  /** Whether it has been decided; asking decides nothing. */
  isRewarded(shop: string, reviewId: string): Promise<boolean>
}

let given: CollectingReads | undefined

/** `wiring.server.ts` hands them in as it is loaded, before anything can ask. */
export const collectBy = (reads: CollectingReads): void => void (given = reads)

export function reads(): CollectingReads {
  if (!given) throw new Error('Nobody handed reviews their reads: load wiring.server.ts')
  return given
}
