/** The twelve codes that calculateChangeset and applyChangeset can answer with. */
export const ERROR_CODES = [
  'payment_required',
  'insufficient_inventory',
  'changeset_already_applied',
  'unsupported_payment_method',
  'invalid_request',
  'server_error',
  'buyer_consent_required',
  'subscription_vaulting_error',
  'subscription_contract_creation_error',
  'subscription_no_shipping_address_error',
  'subscription_limit_error',
  'order_released_error',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export interface Refusal {
  code: ErrorCode
  message: string
}

export const refusal = (code: ErrorCode, message: string): Refusal => ({ code, message })

/** What the simulator does not model: answered with 501, never with a made-up result. */
export class NotModelled extends Error {}
