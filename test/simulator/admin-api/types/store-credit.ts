import type { SimCreditMove, SimStoreCredit } from '../../model.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { balanceAt, remainingOf } from '../../shop/store-credit.ts'
import { type Caller, type Fields, gid, moneyV2, plain } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { NotModelled } from '../refusals.ts'
import { asCustomer } from './customers.ts'
import { asTransaction } from './order-payments.ts'

type Credit = SimStoreCredit['credits'][number]
type Kind = 'Credit' | 'Debit' | 'DebitRevert' | 'Expiration'

/** An entry of the ledger; what it adds to the balance or, being negative, takes off it. */
interface Entry {
  __typename: `StoreCreditAccount${Kind}Transaction`
  account: SimStoreCredit
  id: number
  units: number
  createdAt: string
  event: 'ADJUSTMENT' | 'ORDER_PAYMENT' | 'ORDER_REFUND' | null // not documented for what expires
  credit?: Credit
  move?: SimCreditMove & { debitId?: number }
}

const entry = (kind: Kind, account: SimStoreCredit, more: Omit<Entry, '__typename' | 'account'>): Entry => ({
  __typename: `StoreCreditAccount${kind}Transaction`,
  account,
  ...more,
})

export const asCredit = (account: SimStoreCredit, credit: Credit): Entry =>
  entry('Credit', account, {
    id: credit.id,
    units: toMinor(credit.amount, account.currency),
    createdAt: credit.createdAt,
    event: 'ADJUSTMENT',
    credit,
  })

const asDebit = (account: SimStoreCredit, move: SimCreditMove): Entry =>
  entry('Debit', account, {
    id: move.id,
    units: -toMinor(move.amount, account.currency),
    createdAt: move.createdAt,
    event: 'ORDER_PAYMENT',
    move,
  })

/** Everything that has happened in an account, oldest first; what has expired with something left is an entry of its own. */
function ledger(account: SimStoreCredit, now: Date): Entry[] {
  const { credits, debits = [], reverts = [], currency } = account
  const expired = credits.filter((one) => one.expiresAt !== null && new Date(one.expiresAt) <= now && remainingOf(account, one) > 0)
  return [
    ...credits.map((credit) => asCredit(account, credit)),
    ...debits.map((move) => asDebit(account, move)),
    ...reverts.map((move) =>
      entry('DebitRevert', account, {
        id: move.id,
        units: toMinor(move.amount, currency),
        createdAt: move.createdAt,
        event: 'ORDER_REFUND',
        move,
      }),
    ),
    ...expired.map((credit) =>
      entry('Expiration', account, {
        id: credit.id,
        units: -remainingOf(account, credit),
        createdAt: credit.expiresAt ?? '',
        event: null,
        credit,
      }),
    ),
  ].toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt) || one.id - other.id)
}

export function creditNode(accounts: readonly SimStoreCredit[], id: number): Entry | null {
  const account = accounts.find(({ credits }) => credits.some((one) => one.id === id))
  const credit = account?.credits.find((one) => one.id === id)
  return account && credit ? asCredit(account, credit) : null
}

const money = (account: SimStoreCredit, units: number) => moneyV2(toDecimal(units, account.currency), account.currency)

const shared: Fields<Entry> = {
  account: ({ account }) => account,
  amount: ({ account, units }) => money(account, units),
  balanceAfterTransaction: ({ account, __typename, id }, _, { simulator }) => {
    const entries = ledger(account, simulator.clock.now())
    const at = entries.findIndex((one) => one.id === id && one.__typename === __typename)
    return money(
      account,
      entries.slice(0, at + 1).reduce((sum, { units }) => sum + units, 0),
    )
  },
  createdAt: ({ createdAt }) => createdAt,
  event: ({ event }) => {
    if (!event) throw new NotModelled('The simulator does not know the event of store credit that expires')
    return event
  },
  origin: async ({ move }, _, { simulator, shop }) => {
    const order = move && (await simulator.store.get(shop.domain, 'order', move.orderId))
    const transaction = order?.transactions.find(({ id }) => id === move?.transactionId)
    return order && transaction ? asTransaction(order, transaction) : null
  },
}

const identified = (kind: Kind): Fields<Entry> => ({
  ...shared,
  id: ({ id }) => gid(`StoreCreditAccount${kind}Transaction`, id),
})

function inOrderOfAge(query: string | null | undefined, sortKey: string | null | undefined): void {
  if (query || (sortKey && !['CREATED_AT', 'ID'].includes(sortKey)))
    throw new NotModelled('The simulator lists the transactions of a store credit account by age, all of them')
}

export const STORE_CREDIT_TYPES: Record<string, Fields<never>> = {
  StoreCreditAccount: {
    id: (account: SimStoreCredit) => gid('StoreCreditAccount', account.id),
    balance: (account: SimStoreCredit, _: unknown, { simulator }: Caller) => money(account, balanceAt(account, simulator.clock.now())),
    owner: async ({ customerId }: SimStoreCredit, _: unknown, { customer }: Caller) => {
      const found = await customer(customerId)
      return found && asCustomer(found)
    },
    transactions: (account: SimStoreCredit, { query, sortKey }: { query?: string; sortKey?: string }, { simulator }: Caller) => {
      inOrderOfAge(query, sortKey)
      return new ArrayListing(ledger(account, simulator.clock.now()), ({ __typename, id }) => `${__typename}/${id}`)
    },
  } as Fields<never>,
  StoreCreditAccountCreditTransaction: {
    ...identified('Credit'),
    expiresAt: ({ credit }: Entry) => credit?.expiresAt ?? null,
    remainingAmount: ({ account, credit }: Entry) => money(account, credit ? remainingOf(account, credit) : 0),
  } as Fields<never>,
  StoreCreditAccountDebitTransaction: identified('Debit') as Fields<never>,
  StoreCreditAccountDebitRevertTransaction: {
    ...identified('DebitRevert'),
    debitTransaction: ({ account, move }: Entry) => {
      const debit = account.debits?.find(({ id }) => id === move?.debitId)
      return debit && asDebit(account, debit)
    },
  } as Fields<never>,
  StoreCreditAccountExpirationTransaction: {
    ...shared,
    creditTransaction: ({ account, credit }: Entry) => credit && asCredit(account, credit),
  } as Fields<never>,
  StoreCreditAccountCreditPayload: plain<{ storeCreditAccountTransaction: unknown; userErrors: unknown }>(
    'storeCreditAccountTransaction',
    'userErrors',
  ) as Fields<never>,
  StoreCreditAccountCreditUserError: plain<{ field: string[]; code: string; message: string }>('field', 'code', 'message') as Fields<never>,
}
