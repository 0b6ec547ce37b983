import type { SimStoreCredit } from '../../model.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { type Fields, gid, moneyV2, plain } from '../fields.ts'
import { ArrayListing } from '../listing.ts'

type Credit = SimStoreCredit['credits'][number]
interface CreditSource {
  __typename: 'StoreCreditAccountCreditTransaction'
  account: SimStoreCredit
  credit: Credit
}
export const asCredit = (account: SimStoreCredit, credit: Credit): CreditSource => ({
  __typename: 'StoreCreditAccountCreditTransaction',
  account,
  credit,
})

const balanceOf = ({ credits, currency }: SimStoreCredit, now: Date) =>
  credits
    .filter(({ expiresAt }) => expiresAt === null || Date.parse(expiresAt) > now.getTime())
    .reduce((sum, { amount }) => sum + toMinor(amount, currency), 0)

export const STORE_CREDIT_TYPES: Record<string, Fields<never>> = {
  StoreCreditAccount: {
    id: (account: SimStoreCredit) => gid('StoreCreditAccount', account.id),
    balance: (account: SimStoreCredit, _: unknown, { simulator }: { simulator: { clock: { now(): Date } } }) =>
      moneyV2(toDecimal(balanceOf(account, simulator.clock.now()), account.currency), account.currency),
    transactions: (account: SimStoreCredit) =>
      new ArrayListing(
        account.credits.map((credit) => asCredit(account, credit)),
        ({ credit }) => credit.id,
      ),
  } as Fields<never>,
  StoreCreditAccountCreditTransaction: {
    id: ({ credit }: CreditSource) => gid('StoreCreditAccountCreditTransaction', credit.id),
    account: ({ account }: CreditSource) => account,
    amount: ({ credit, account }: CreditSource) => moneyV2(credit.amount, account.currency),
    createdAt: ({ credit }: CreditSource) => credit.createdAt,
    expiresAt: ({ credit }: CreditSource) => credit.expiresAt,
  } as Fields<never>,
  StoreCreditAccountCreditPayload: plain<{ storeCreditAccountTransaction: unknown; userErrors: unknown }>(
    'storeCreditAccountTransaction',
    'userErrors',
  ) as Fields<never>,
  StoreCreditAccountCreditUserError: plain<{ field: string[]; code: string; message: string }>('field', 'code', 'message') as Fields<never>,
}
