import type { WhyClosed } from '#app/offers/funnel.ts'
import type { RefusalReason } from '../refusals.ts'
import { UNAVAILABLE } from './order-words.ts'

const REQUESTS: Readonly<Record<string, string>> = {
  offer: 'No offer could be sent',
  accept: 'An acceptance was refused',
  outcome: 'What the browser reported was not taken',
  event: 'What the browser reported was not taken',
}

const REASONS: Record<Exclude<RefusalReason, WhyClosed>, string> = {
  'too-slow': 'Encore’s answer came too late.',
  'database-unreachable': 'Encore could not reach its database.',
  'shop-not-installed': 'Encore was not installed.',
  'placement-forged': 'Encore had not signed what was asked for.',
  'placement-expired': 'The offer had run out.',
  'other-purchase': 'It was signed for another purchase.',
  'offer-gone': 'The offer is no longer there.',
  'offer-withdrawn': 'The offer had been paused, archived or had ended meanwhile.',
  'other-offer-shown': 'Another offer had been shown for this order.',
  'unknown-step': 'The offer has no such step.',
  'step-not-reachable': 'The step does not lie on the way that was gone.',
  'three-accepted': 'Three offers had been accepted already.',
  'not-the-fallback': 'It is not the fallback offer.',
  'fallback-not-eligible': 'The fallback offer does not fit this purchase.',
  'unknown-changeset': 'Encore signed nothing of the kind.',
  'choice-not-offered': 'What was chosen was not on offer.',
  'quantity-not-offered': 'So many were not on offer.',
  'other-choice-signed': 'Another choice had been signed for this step.',
  'bought-already': 'It had been bought already.',
  'codes-not-ready': 'Shopify had not made the discount code in time.',
  'checkout-not-ready': 'Shopify made no cart for the subscription.',
  'price-not-told': 'Shopify had not said in time what the gift costs in the shopper’s country.',
}

/** Why something that a shopper's browser asked was not done, as the merchant reads it; a reason of an older Encore as it was written. */
export function sayRefusal(request: string, reason: string): string {
  const why: Readonly<Record<string, string>> = { ...UNAVAILABLE, ...REASONS }
  return `${REQUESTS[request] ?? request}. ${why[reason] ?? reason}`
}
