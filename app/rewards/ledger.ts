import type { ShopifyId } from '../values/ids.ts'

/** What the ledger of a store credit account tells. Amounts are minor units without a sign. What expires is no entry: it moves no credit that an order could spend. */
export type Entry =
  | { kind: 'credit'; id: string; amount: number; remaining: number; expiresAt: Date | null; at: Date }
  | { kind: 'debit'; id: string; amount: number; orderId: ShopifyId | null; at: Date }
  | { kind: 'revert'; debitId: string; amount: number; at: Date }

export type Credit = Extract<Entry, { kind: 'credit' }>

/** What an order has spent of a credit, less what came back. */
export interface Spent {
  creditId: string
  orderId: ShopifyId
  amount: number
}

interface Part {
  creditId: string
  debitId: string
  orderId: ShopifyId | null
  amount: number
}

/** Shopify does not say which of the credits that a debit has spent is given back first. */
const GIVING_BACK = ['last-spent-first', 'first-spent-first'] as const
type GivingBack = (typeof GIVING_BACK)[number]

/**
 * Which order spent how much of which credit: Shopify tells which order a debit paid and that the credit which ends soonest is always spent first,
 * so that the ledger can be gone through again. Null where what then remains is not what Shopify says remains: nothing is claimed that does not add up.
 */
export function traceCredits(entries: readonly Entry[]): Spent[] | null {
  const inOrder = entries.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  for (const givingBack of GIVING_BACK) {
    const parts = replay(inOrder, givingBack)
    if (parts && agrees(inOrder, parts)) return byOrder(parts)
  }
  return null
}

function replay(entries: readonly Entry[], givingBack: GivingBack): Part[] | null {
  const credits: Credit[] = []
  const parts: Part[] = []
  for (const entry of entries) {
    if (entry.kind === 'credit') credits.push(entry)
    else if (entry.kind === 'debit') {
      const spent = spend(entry, credits, parts)
      if (!spent) return null
      parts.push(...spent)
    } else if (!giveBack(entry, parts, givingBack)) return null
  }
  return parts
}

const leftOf = (credit: Credit, parts: readonly Part[]): number =>
  credit.amount - parts.reduce((sum, { creditId, amount }) => (creditId === credit.id ? sum + amount : sum), 0)

const endsAt = ({ expiresAt }: Credit): number => expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER

function spend({ id, amount, orderId, at }: Extract<Entry, { kind: 'debit' }>, credits: readonly Credit[], parts: readonly Part[]) {
  const spent: Part[] = []
  let owed = amount
  for (const credit of credits.filter((one) => endsAt(one) > at.getTime()).toSorted((one, other) => endsAt(one) - endsAt(other))) {
    const taken = Math.min(owed, leftOf(credit, parts))
    if (taken > 0) spent.push({ creditId: credit.id, debitId: id, orderId, amount: taken })
    owed -= taken
  }
  return owed === 0 ? spent : null
}

function giveBack({ debitId, amount }: Extract<Entry, { kind: 'revert' }>, parts: Part[], givingBack: GivingBack): boolean {
  const hers = parts.filter((part) => part.debitId === debitId)
  let owed = amount
  for (const part of givingBack === 'last-spent-first' ? hers.toReversed() : hers) {
    const back = Math.min(owed, part.amount)
    part.amount -= back
    owed -= back
  }
  return owed === 0
}

const agrees = (entries: readonly Entry[], parts: readonly Part[]): boolean =>
  entries.every((entry) => entry.kind !== 'credit' || leftOf(entry, parts) === entry.remaining)

function byOrder(parts: readonly Part[]): Spent[] {
  const sums = new Map<string, Spent>()
  for (const { creditId, orderId, amount } of parts) {
    if (orderId === null || amount === 0) continue
    const key = `${creditId}/${orderId}`
    sums.set(key, { creditId, orderId, amount: amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()]
}
