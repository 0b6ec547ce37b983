import { DAYS, later, MINUTES } from '#app/values/time.ts'

/** An acceptance's share of its offer's limits, and until when it may yet become part of an order. */
export interface Share {
  share: string // held | returned; used ones are settled
  signedAt: Date
  expiresAt: Date | null // of a link's codes; null: a signature
}

// Shopify holds an order for an hour while the page after payment may be open, and adds nothing to it later; the rest is for two clocks.
const HOLD = 70 * MINUTES
const GIVE_UP = 3 * DAYS // Two nights have looked through every order by then.

/** After it nothing can come of the acceptance any more, though we may not have heard yet what did. */
export const lastMomentOf = ({ signedAt, expiresAt }: Omit<Share, 'share'>): Date => later(expiresAt ?? signedAt, HOLD)

/** Signatures of before, and links that ran out before, are over at this moment. */
export const overBefore = (at: Date): Date => later(at, -HOLD)

/**
 * What the orders say of it. `silent`: they were asked after its last moment, and it is in none. `not-asked`: that they could not be yet. A
 * shopper's browser has no say in it: it may tell that nothing was added where something was.
 */
export type Told = 'in-an-order' | 'silent' | 'not-asked'
export type Settlement = 'use-up' | 'give-back' | 'wait'

export function settlementOf(share: Share, told: Told, now: Date): Settlement {
  if (told === 'in-an-order') return 'use-up'
  const last = lastMomentOf(share)
  if (share.share !== 'held' || now < last) return 'wait'
  return told === 'silent' || now >= later(last, GIVE_UP) ? 'give-back' : 'wait'
}
