/** What the shoppers of one side of an A/B test did. A shopper who came twice is one: she is what was drawn. */
export interface Side {
  shoppers: number // who saw it
  takers: number // of them, who took something
  revenue: number // of all of them, net; minor units
  variance: number // of what one of them brought, minor units squared
}

/** How much more a shopper of B brings than one of A: so far, and what it may be in truth. Minor units a shopper, not rounded. */
export interface Comparison {
  difference: number
  low: number
  high: number
  more: number | null // shoppers that it takes to be sure of that difference, if it stays; null: more than can be waited for
}

/** Below this nobody can say anything: what most shoppers bring is nothing, and what one brings then decides. */
export const LEAST = { shoppers: 100, takers: 30 } as const

const RISK = 0.05 // that of a hundred tests of equal offers five ever show a difference, however often they are looked at
const PLANNED = 1_000 // shoppers a side at which the bounds are narrowest for their number
const MOST_SHOPPERS = 1_000_000

/**
 * Bounds that hold at every moment at once, so that a merchant may look each day and stop when she likes: the mixture sequential
 * probability ratio test of Johari, Pekelis and Walsh, "Always Valid Inference" (2015), for the difference of two means.
 */
export function compare(a: Side, b: Side): Comparison | null {
  if (Math.min(a.shoppers, b.shoppers) < LEAST.shoppers || a.takers + b.takers < LEAST.takers) return null
  const difference = b.revenue / b.shoppers - a.revenue / a.shoppers
  const mixed = (a.variance + b.variance) / PLANNED
  const error = a.variance / a.shoppers + b.variance / b.shoppers
  const width = widthOf(error, mixed)
  return {
    difference,
    low: difference - width,
    high: difference + width,
    more: moreFor(Math.abs(difference), error, mixed, a.shoppers + b.shoppers),
  }
}

/** @param error the squared standard error of the difference @param mixed the variance of the differences that are expected */
function widthOf(error: number, mixed: number): number {
  if (error === 0) return 0
  return Math.sqrt(((error * (error + mixed)) / mixed) * (2 * Math.log(1 / RISK) + Math.log((error + mixed) / error)))
}

/** The bounds narrow with every shopper: where they first leave nothing out. */
function moreFor(difference: number, error: number, mixed: number, shoppers: number): number | null {
  const tells = (times: number) => widthOf(error / times, mixed) < difference
  if (tells(1)) return 0
  let [low, high] = [1, MOST_SHOPPERS / shoppers]
  if (!tells(high)) return null
  while ((high - low) * shoppers > 1) {
    const middle = (low + high) / 2
    if (tells(middle)) high = middle
    else low = middle
  }
  return Math.ceil((high - 1) * shoppers)
}
