import type { SimCreditMove, SimOrder, SimShop, SimStoreCredit, SimTransaction } from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'
import type { Simulator } from '../simulator.ts'

type Credit = SimStoreCredit['credits'][number]
interface Payer {
  customerId: number | null
  presentmentCurrency: string
}

const sumFor = (moves: readonly SimCreditMove[] | undefined, creditId: number, currency: string): number =>
  (moves ?? [])
    .flatMap(({ parts }) => parts)
    .reduce((sum, part) => (part.creditId === creditId ? sum + toMinor(part.amount, currency) : sum), 0)

/** What remains of a credit, or remained as it expired, in minor units. */
export const remainingOf = ({ currency, debits, reverts }: SimStoreCredit, { id, amount }: Credit): number =>
  toMinor(amount, currency) - sumFor(debits, id, currency) + sumFor(reverts, id, currency)

const endsAt = ({ expiresAt }: Credit): number => (expiresAt === null ? Infinity : Date.parse(expiresAt))

/** What can be spent, the soonest to end first. */
const open = (account: SimStoreCredit, now: Date): { credit: Credit; left: number }[] =>
  account.credits
    .filter((credit) => endsAt(credit) > now.getTime())
    .map((credit) => ({ credit, left: remainingOf(account, credit) }))
    .filter(({ left }) => left > 0)
    .toSorted((one, other) => (endsAt(one.credit) < endsAt(other.credit) ? -1 : endsAt(one.credit) > endsAt(other.credit) ? 1 : 0))

export const balanceAt = (account: SimStoreCredit, now: Date): number => open(account, now).reduce((sum, { left }) => sum + left, 0)

async function accountOf({ store }: Simulator, shop: SimShop, { customerId, presentmentCurrency }: Payer): Promise<SimStoreCredit | null> {
  if (customerId === null) return null
  const [account] = await store.matching(shop.domain, 'storeCredit', `owner:${customerId}:${presentmentCurrency}`)
  return account ?? null
}

/** What a shopper who has logged in can pay with, in the currency that she pays in. */
export async function balanceOf(simulator: Simulator, shop: SimShop, payer: Payer): Promise<number> {
  const account = await accountOf(simulator, shop, payer)
  return account ? balanceAt(account, simulator.clock.now()) : 0
}

interface Payment {
  orderId: number
  transactionId: number
  wanted: number // minor units
}

/** Pays as much as there is; answers how much that was. */
export async function spendCredit(simulator: Simulator, shop: SimShop, payer: Payer, { orderId, transactionId, wanted }: Payment) {
  const account = await accountOf(simulator, shop, payer)
  if (!account) return 0
  const id = await simulator.store.nextId()
  const now = simulator.clock.now()
  let paid = 0
  await simulator.store.update(shop.domain, 'storeCredit', account.id, (current) => {
    const parts = take(open(current, now), wanted, current.currency)
    paid = parts.reduce((sum, { amount }) => sum + toMinor(amount, current.currency), 0)
    if (paid === 0) return current
    const createdAt = now.toISOString()
    const debit = { id, amount: toDecimal(paid, current.currency), parts, orderId, transactionId, createdAt }
    return { ...current, debits: [...(current.debits ?? []), debit], updatedAt: createdAt }
  })
  return paid
}

function take(from: readonly { credit: { id: number }; left: number }[], wanted: number, currency: string): SimCreditMove['parts'] {
  let owed = wanted
  return from.flatMap(({ credit, left }) => {
    const units = Math.min(owed, left)
    owed -= units
    return units > 0 ? [{ creditId: credit.id, amount: toDecimal(units, currency) }] : []
  })
}

/** A refund of what store credit paid reverts that payment, as far as it goes. */
export async function giveCreditBack(simulator: Simulator, shop: SimShop, order: SimOrder, refund: SimTransaction): Promise<void> {
  const account = await accountOf(simulator, shop, order)
  if (!account) throw new Error(`${order.name} was paid with store credit of nobody`)
  const id = await simulator.store.nextId()
  const createdAt = simulator.clock.now().toISOString()
  await simulator.store.update(shop.domain, 'storeCredit', account.id, (current) => {
    const debit = current.debits?.find(({ transactionId }) => transactionId === refund.parentId)
    if (!debit) throw new Error(`Store credit did not pay ${order.name}`)
    const before = (current.reverts ?? []).filter(({ debitId }) => debitId === debit.id)
    const spent = debit.parts.map(({ creditId, amount }) => ({
      credit: { id: creditId },
      left: toMinor(amount, current.currency) - sumFor(before, creditId, current.currency),
    }))
    const first = simulator.settings.creditGivenBackFirst === 'last-spent' ? spent.toReversed() : spent
    const parts = take(first, toMinor(refund.amount.presentment, current.currency), current.currency)
    const revert = {
      id,
      debitId: debit.id,
      amount: refund.amount.presentment,
      parts,
      orderId: order.id,
      transactionId: refund.id,
      createdAt,
    }
    return { ...current, reverts: [...(current.reverts ?? []), revert], updatedAt: createdAt }
  })
}
