import type { ReviewFacts } from '../reviews/review-facts.ts'
import { ok, refuse, type Outcome } from '../values/outcome.ts'
import { later, MINUTES } from '../values/time.ts'
import { expectedCost, tierOf, type Program, type Tier, type Value } from './program.ts'

export const REFUSALS = [
  'import',
  'insider',
  'made-in-admin',
  'test',
  'rewarded-elsewhere',
  'already-rewarded',
  'older-than-program',
  'paused',
  'not-verified',
  'nobody-to-thank',
  'nobody-to-credit',
  'tier-not-rewarded',
  'cap-shopper',
  'cap-product',
  'cap-order',
  'cap-day',
  'budget',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** How often, and for how much, the shop has thanked so far. Money is minor units. */
export interface Counts {
  /** A reward for the same shopper, product and order is paid or will be. */
  same: boolean
  shopper: number // in the last 30 days
  product: number // ever
  order: number // ever
  day: number // the shop's calendar day
  spent: number // the shop's calendar month
  typicalOrder: number
}

export interface Decided {
  tier: Tier
  value: Value
  cost: number
  settleAt: Date
}

/**
 * Whether a review is thanked for, and how. It is paid on submission, not on publication (R3), and nobody can tell from here what it said
 * (R1). `program` is the version that was promised or, without a promise, the one in force when the review was written.
 */
export function decideReward(facts: ReviewFacts, program: Program | null, counts: Counts, now: Date): Outcome<Decided, Refusal> {
  if (facts.excluded) return refuse(facts.excluded)
  if (!program) return refuse('older-than-program')
  const { terms } = program
  const promised = facts.promised === program.version
  if (!program.active && !promised) return refuse('paused')
  if (counts.same) return refuse('already-rewarded')
  if (terms.who === 'verified' && !facts.verified) return refuse('not-verified')
  // Our own form shows the code on its last page; everyone else can only be written to.
  if (facts.reviewId === null && facts.email === null) return refuse('nobody-to-thank')
  const tier = tierOf(facts, terms)
  const value = tier && terms.values[tier]
  if (!tier || !value) return refuse('tier-not-rewarded')
  if (value.kind === 'store-credit' && facts.customerId === null) return refuse('nobody-to-credit')
  const cost = expectedCost(value, terms, counts.typicalOrder)
  const limit = reachedLimit(program, counts, cost, promised)
  if (limit) return refuse(limit)
  return ok({ tier, value, cost, settleAt: facts.final ? now : later(now, terms.settleMinutes * MINUTES) })
}

/** What the shop as a whole can afford stops new promises; it breaks none that was made in writing (R11). */
function reachedLimit({ terms: { caps, budget } }: Program, counts: Counts, cost: number, promised: boolean): Refusal | null {
  const reached = (cap: number | null, count: number) => cap !== null && count >= cap
  if (reached(caps.shopper, counts.shopper)) return 'cap-shopper'
  if (reached(caps.order, counts.order)) return 'cap-order'
  if (reached(caps.product, counts.product)) return 'cap-product'
  if (promised) return null
  if (reached(caps.day, counts.day)) return 'cap-day'
  return budget !== null && counts.spent + cost > budget ? 'budget' : null
}

/** One review, one reward: its name at its source. */
export const rewardKey = (facts: Pick<ReviewFacts, 'source' | 'sourceReviewId'>): string => `${facts.source}:${facts.sourceReviewId}`

/** Whoever tells of it: one shopper, product and order is thanked once. Null while it is not known who wrote. */
export function claimOf({ customerId, email, productId, orderId }: ReviewFacts): string | null {
  const who = customerId ?? email
  return who && [who, productId, orderId ?? ''].join(':')
}
