import type { SimOrder } from '../model.ts'
import type { Settings } from '../settings.ts'
import { isRefusal, readChanges } from './changes.ts'
import type { Change } from './changes.ts'
import { refusal } from './errors.ts'
import type { Refusal } from './errors.ts'
import { readJwt } from '../tokens/jwt.ts'

export interface ChangesetFacts {
  secret: string
  clientId: string
  referenceId: string
  order: Pick<SimOrder, 'usedJtis' | 'createdAt' | 'holdUntil' | 'transactions'>
  applications: number
  open: boolean // the shopper has not left the page
  now: Date
  settings: Pick<Settings, 'reusedJti' | 'changesetsPerCheckout' | 'changesetsPerPaypalCheckout'>
}

interface SignedChangeset {
  jti: string
  changes: Change[]
}

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)

/** A changeset as the app signed it, or why Shopify does not take it. */
export function readSigned(token: unknown, facts: ChangesetFacts): SignedChangeset | Refusal {
  if (typeof token !== 'string') return refusal('invalid_request', 'the changeset is not a signed token')
  const claims = readJwt(token, facts.secret)
  if (!claims) return refusal('invalid_request', 'the signature is wrong')
  const { iss, sub, jti, iat, exp } = claims
  if (iss !== facts.clientId) return refusal('invalid_request', 'iss is not the client id of the app')
  if (sub !== facts.referenceId) return refusal('invalid_request', 'sub is not the referenceId of this purchase')
  if (typeof jti !== 'string' || jti === '') return refusal('invalid_request', 'jti is missing')
  if (typeof iat !== 'number') return refusal('invalid_request', 'iat is missing')
  if (iat < seconds(new Date(facts.order.createdAt))) return refusal('invalid_request', 'signed before the initial purchase was completed')
  if (typeof exp === 'number' && exp < seconds(facts.now)) return refusal('invalid_request', 'the changeset has expired')
  if (facts.order.usedJtis.includes(jti)) return refusal(facts.settings.reusedJti, 'this changeset was applied before')
  const changes = readChanges(claims['changes'])
  return isRefusal(changes) ? changes : { jti, changes }
}

/** Why the order takes no changeset at all any more, or null. */
export function closedBecause(facts: ChangesetFacts): Refusal | null {
  const released = !facts.open || facts.order.holdUntil === null || new Date(facts.order.holdUntil) <= facts.now
  if (released) return refusal('order_released_error', 'the order has been released for fulfilment')
  if (!canChargeAgain(facts.order)) return refusal('unsupported_payment_method', 'this payment method cannot be charged again')
  if (facts.applications >= changesetsOf(facts.order, facts.settings))
    return refusal('invalid_request', 'this checkout takes no more changesets')
  return null
}

/** How many changesets the way of paying takes. */
export const changesetsOf = (
  { transactions }: Pick<SimOrder, 'transactions'>,
  settings: Pick<Settings, 'changesetsPerCheckout' | 'changesetsPerPaypalCheckout'>,
): number =>
  transactions.some(({ paymentDetails }) => paymentDetails?.type === 'PaypalWalletPaymentDetails')
    ? settings.changesetsPerPaypalCheckout
    : settings.changesetsPerCheckout

const CHARGED_AGAIN_BY_WALLET: readonly (string | null)[] = [null, 'SHOP_PAY']

function canChargeAgain({ transactions }: Pick<SimOrder, 'transactions'>): boolean {
  const details = transactions.find(({ kind, status }) => kind === 'SALE' && status === 'SUCCESS')?.paymentDetails
  if (details?.type === 'CardPaymentDetails') return CHARGED_AGAIN_BY_WALLET.includes(details.wallet)
  return details?.type === 'PaypalWalletPaymentDetails'
}
