/** One payment that an order received. */
export interface Payment {
  amount: number
  at: Date
}
/** What one accepted step asks for: its lines with their tax, and the shipping signed with them, without its tax. */
export interface Due {
  id: string
  lines: number
  shipping: number
  signedAt: Date
}

/** Shopify told the price of an added shipping line to us before tax; no country taxes more than this. */
const MOST_TAX = 0.5

/**
 * How much of each step's lines was paid. Payments cover the first order before anything else. Each accepted step is charged by itself,
 * so a payment of just what one step asks for paid for that step: the latest one signed before it. What fits none, such as what the
 * merchant received by hand, covers in the order of signing what is still owed.
 */
export function settle(payments: readonly Payment[], firstOrder: number, dues: readonly Due[]): Map<string, number> {
  const covered = new Map<string, number>()
  let pool = 0
  for (const { amount, at } of beyond(payments, firstOrder)) {
    const due = dueFor(
      { amount, at },
      dues.filter(({ id }) => !covered.has(id)),
    )
    if (due) covered.set(due.id, due.lines)
    else pool += amount
  }
  for (const { id, lines } of dues.filter(({ id }) => !covered.has(id))) {
    covered.set(id, Math.min(pool, lines))
    pool -= Math.min(pool, lines)
  }
  return covered
}

function beyond(payments: readonly Payment[], firstOrder: number): Payment[] {
  let left = firstOrder
  return [...payments].sort(byTime).flatMap(({ amount, at }) => {
    const more = Math.max(0, amount - left)
    left = Math.max(0, left - amount)
    return more > 0 ? [{ amount: more, at }] : []
  })
}

const byTime = (a: Payment, b: Payment): number => a.at.getTime() - b.at.getTime() || b.amount - a.amount

function dueFor({ amount, at }: Payment, open: readonly Due[]): Due | undefined {
  const fitting = open.filter(({ lines, shipping }) => amount >= lines + shipping && amount <= lines + shipping * (1 + MOST_TAX))
  return fitting.filter(({ signedAt }) => signedAt <= at).at(-1) ?? fitting[0]
}
