import type { Duty } from './appointments.ts'
import { tryAgain } from './providers/delivery.ts'
import { addRedeemCodes } from './discounts/redeem-codes.ts'
import { deliverInTime } from './shop/fulfillments.ts'
import { releaseAfterHold } from './shop/orders-edit.ts'
import { redactShop } from './tokens/uninstall.ts'

/** What can be put off to a time of the simulated clock, by name. */
export const DUTIES: Record<string, Duty> = {
  'redact-shop': redactShop,
  'add-redeem-codes': addRedeemCodes,
  'deliver-parcel': deliverInTime,
  'release-order': releaseAfterHold,
  'retry-provider-webhook': tryAgain,
}
