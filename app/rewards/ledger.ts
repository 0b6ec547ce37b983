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
    const account = replay(inOrder, givingBack)
    if (account && agrees(account)) return byOrder([...account.spent.values()].flat())
  }
  return null
}

/** An account at one moment of the replay. What is left is counted along: an account may have tens of thousands of entries. */
interface Account {
  credits: Credit[] // what ends soonest first
  left: Map<string, number> // of each credit
  spent: Map<string, Part[]> // by each debit
}

function replay(entries: readonly Entry[], givingBack: GivingBack): Account | null {
  const account: Account = { credits: [], left: new Map(), spent: new Map() }
  for (const entry of entries) {
    if (entry.kind === 'credit') receive(entry, account)
    else if (!(entry.kind === 'debit' ? spend(entry, account) : giveBack(entry, account, givingBack))) return null
  }
  return account
}

const endsAt = ({ expiresAt }: Credit): number => expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER

function receive(credit: Credit, { credits, left }: Account): void {
  const later = credits.findLastIndex((one) => endsAt(one) <= endsAt(credit))
  credits.splice(later + 1, 0, credit)
  left.set(credit.id, credit.amount)
}

function spend({ id, amount, orderId, at }: Extract<Entry, { kind: 'debit' }>, { credits, left, spent }: Account): boolean {
  const parts: Part[] = []
  let owed = amount
  for (const credit of credits) {
    if (owed === 0) break
    if (endsAt(credit) <= at.getTime()) continue
    const held = left.get(credit.id) ?? 0
    const taken = Math.min(owed, held)
    if (taken > 0) parts.push({ creditId: credit.id, orderId, amount: taken })
    left.set(credit.id, held - taken)
    owed -= taken
  }
  spent.set(id, parts)
  return owed === 0
}

function giveBack({ debitId, amount }: Extract<Entry, { kind: 'revert' }>, { left, spent }: Account, givingBack: GivingBack): boolean {
  const hers = spent.get(debitId) ?? []
  let owed = amount
  for (const part of givingBack === 'last-spent-first' ? hers.toReversed() : hers) {
    const back = Math.min(owed, part.amount)
    part.amount -= back
    left.set(part.creditId, (left.get(part.creditId) ?? 0) + back)
    owed -= back
  }
  return owed === 0
}

const agrees = ({ credits, left }: Account): boolean => credits.every(({ id, remaining }) => left.get(id) === remaining)

function byOrder(parts: readonly Part[]): Spent[] {
  const sums = new Map<string, Spent>()
  for (const { creditId, orderId, amount } of parts) {
    if (orderId === null || amount === 0) continue
    const key = `${creditId}/${orderId}`
    sums.set(key, { creditId, orderId, amount: amount + (sums.get(key)?.amount ?? 0) })
  }
  return [...sums.values()]
}
