import type { WhyClosed } from '#app/offers/funnel.ts'
import type { Catalogue } from './wording/entries.ts'

/** Every reason for which something that a shopper's browser asked was not done. */
export type RefusalReason =
  | 'too-slow' // the answer would have come after our own limit
  | 'database-unreachable'
  | 'shop-not-installed'
  | 'placement-forged'
  | 'placement-expired'
  | 'other-purchase' // signed by us, for another shop or purchase
  | 'offer-gone'
  | 'offer-withdrawn' // paused or archived since it was shown
  | 'other-offer-shown' // this purchase was shown another offer
  | 'unknown-step'
  | 'step-not-reachable'
  | 'three-accepted'
  | 'not-the-fallback'
  | 'fallback-not-eligible'
  | 'unknown-changeset'
  | 'choice-not-offered' // a variant that the step does not offer
  | 'quantity-not-offered'
  | 'other-choice-signed' // this step was signed with another choice, which may have been paid by now
  | 'cap-reached'
  | 'budget-reached'
  | 'bought-already' // an order with it has come
  | 'codes-not-ready' // Shopify has not made the price's code in time
  | 'checkout-not-ready' // Shopify has made no cart for a subscription
  | 'price-not-told' // Shopify has not said in time what a gift costs in her country
  | WhyClosed

const SAY: Partial<Record<RefusalReason, keyof Catalogue & ('soldOut' | 'ended' | 'ranOut' | 'enough')>> = {
  'sold-out': 'soldOut',
  deleted: 'soldOut',
  archived: 'soldOut',
  unpublished: 'soldOut',
  'offer-gone': 'ended',
  'offer-withdrawn': 'ended',
  'placement-expired': 'ended',
  'fallback-not-eligible': 'ended',
  'cap-reached': 'ranOut',
  'budget-reached': 'ranOut',
  'three-accepted': 'enough',
  'bought-already': 'ended',
  'met-before': 'ended',
  'other-offer-shown': 'ended',
  'plan-gone': 'ended',
}

/** What the shopper reads: kind, and nothing that would help a forger. */
export const messageFor = (reason: RefusalReason, words: Catalogue): string => words[SAY[reason] ?? 'tryOrder']
