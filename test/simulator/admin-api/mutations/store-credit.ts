import type { SimStoreCredit } from '../../model.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { type Caller, readGid } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { asCredit } from '../types/store-credit.ts'

interface Input {
  creditAmount: { amount: string; currencyCode: string }
  expiresAt?: string | null
  notify?: boolean
}

const refuse = (field: string[], code: string, message: string) => ({
  storeCreditAccountTransaction: null,
  userErrors: [{ field, code, message }],
})

/** Credits a customer's account of that currency, and opens it if she has none. Debits by the merchant are not modelled. */
export async function storeCreditAccountCredit(
  _: unknown,
  { id, creditInput: { creditAmount, expiresAt, notify } }: { id: string; creditInput: Input },
  { simulator, shop, customer }: Caller,
): Promise<object> {
  const { store, clock } = simulator
  const owner = readGid(id)
  if (owner?.type !== 'Customer' || notify)
    throw new NotModelled('The simulator credits customers, named by their own id, without a notice')
  if (!(await customer(owner.id))) return refuse(['id'], 'OWNER_NOT_FOUND', 'Owner does not exist.')
  const units = toMinor(creditAmount.amount, creditAmount.currencyCode)
  if (units <= 0)
    return refuse(['creditInput', 'creditAmount', 'amount'], 'NEGATIVE_OR_ZERO_AMOUNT', 'A positive amount must be used to credit a store credit account.') // prettier-ignore
  if (expiresAt && Date.parse(expiresAt) <= clock.now().getTime())
    return refuse(['creditInput', 'expiresAt'], 'EXPIRES_AT_IN_PAST', 'The expiry date must be in the future.')
  const at = clock.now().toISOString()
  const [known] = await store.matching(shop.domain, 'storeCredit', `owner:${owner.id}:${creditAmount.currencyCode}`)
  const [accountId, transactionId] = (await store.nextIds(2)) as [number, number]
  const amount = toDecimal(units, creditAmount.currencyCode)
  const credit = { id: transactionId, amount, expiresAt: expiresAt ?? null, createdAt: at }
  const account: SimStoreCredit = known ?? {
    id: accountId,
    customerId: owner.id,
    currency: creditAmount.currencyCode,
    credits: [],
    createdAt: at,
    updatedAt: at,
  }
  const after = { ...account, updatedAt: at, credits: [...account.credits, credit] }
  await store.put(shop.domain, 'storeCredit', after)
  return { storeCreditAccountTransaction: asCredit(after, credit), userErrors: [] }
}
