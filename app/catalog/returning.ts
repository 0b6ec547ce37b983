/** Shopify's status of an order: something of it is on its way back, or she has asked to send it. */
const RETURNING = new Set(['RETURN_REQUESTED', 'IN_PROGRESS', 'INSPECTION_COMPLETE'])
export const isReturning = (status: string | null | undefined): boolean => RETURNING.has(status ?? '')

/** One line of an order, and everything that takes units of it from her. */
export interface LineGoing {
  quantity: number
  /** After removals by edit and refunds with restock, as Shopify says. */
  current: number
  refunded: number
  /** `settled` units of a return are refunded or processed, so the two numbers above may tell of them too. */
  returns: readonly { status: string; quantity: number; settled: number }[]
}

/**
 * `left`: units that she still has. `goingBack`: of these, how many are on their way back, or she has asked to send them. `cameBack`: units in
 * returns that are closed, whether or not they were refunded.
 */
export interface LineLeft {
  left: number
  goingBack: number
  cameBack: number
}

/** A unit that is refunded within its return is taken off once. What is closed came back; what was declined or cancelled is no return. */
export function leftOf({ quantity, current, refunded, returns }: LineGoing): LineLeft {
  const sum = (some: LineGoing['returns'], count: (one: LineGoing['returns'][number]) => number) =>
    some.reduce((total, one) => total + count(one), 0)
  const open = returns.filter(({ status }) => status === 'requested' || status === 'open')
  const lost = Math.max(quantity - current, refunded)
  const lostOtherwise = Math.max(0, lost - sum(returns, (one) => one.settled))
  const cameBack = sum(returns, (one) => (open.includes(one) ? 0 : one.quantity))
  const settled = sum(open, (one) => one.settled)
  const left = Math.max(0, quantity - lostOtherwise - cameBack - settled)
  return {
    left,
    goingBack: Math.min(left, sum(open, (one) => one.quantity) - settled),
    cameBack,
  }
}
