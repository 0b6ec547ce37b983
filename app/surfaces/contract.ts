/**
 * The exact JSON that the extensions and the server speak. Requests are POST with content type text/plain
 * (no preflight) and the token in the body; answers are JSON with `Access-Control-Allow-Origin: *`.
 */

/** As Shopify's post-purchase API takes it; ids are numbers there. Amounts are in the shop's currency. */
export type Change = { type: 'add_variant'; variantId: number; quantity: number; discount?: ChangeDiscount }
export type ChangeDiscount = { value: number; valueType: 'percentage' | 'fixed_amount'; title: string }

/** Every word the shopper reads besides a step's headline and body; travels with the offer in her language. */
export interface Wording {
  accept: string // with {total}, filled by the extension from calculateChangeset
  accepting: string
  decline: string
  subtotal: string
  discount: string
  shipping: string
  tax: string
  taxIncluded: string // instead of tax where prices already hold it
  total: string
  free: string
  quantity: string // with {count}
  calculating: string // for screen readers, until the price is there
  unavailable: string // price could not be calculated
  declined: string // the shop could not add it; nothing was charged
  partly: string // added to the order, but the payment failed
  unsure: string // no answer from the payment: the order says what was bought
  errors: Partial<Record<ErrorCode, string>>
  again: string
  continue: string
}

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

export interface ProductView {
  variantId: number
  title: string
  variantTitle: string | null
  image: { url: string; alt: string } | null
  quantity: number
}

export interface StepView {
  id: string
  products: ProductView[]
  changes: Change[] // for calculateChangeset only; never signed
  headline: string
  body: string
  onAccept: string | null
  onDecline: string | null
}

export interface OfferView {
  offerId: string
  first: string
  wording: Wording // once for all steps: the answer must be small on a phone
  steps: StepView[]
}

export type OfferRequest = { token: string }
export type OfferAnswer = { show: false } | { show: true; placement: string; offer: OfferView }

/** `placement` is the signed one from the offer answer; `fallback` instead names the prepared fallback, which is then decided anew. */
export type AcceptRequest = { token: string; placement: string; stepId: string } | { token: string; fallback: string; stepId: string }
export type AcceptAnswer =
  { ok: true; changesetId: string; changeset: string; placement: string } | { ok: false; because: string; message: string }

export type OutcomeRequest = {
  token: string
  changesetId: string
  status: 'processed' | 'partially_processed' | 'unprocessed'
  errors: string[]
}
export type EventRequest = { token: string; stepId: string; kind: 'shown' | 'declined' } & ({ placement: string } | { fallback: string })
/** To `outcome` and `event`. Any request may instead be answered 400 `{ error, field }` (malformed) or 401 `{ error }` (bad token). */
export type NoteAnswer = { ok: true } | { ok: false; because: string }

/** The JSON value of the shop metafield that Shopify hands to the extension (`namespace`, `key` below). */
export interface ShopMetafield {
  url: string // the app's own https URL, no trailing slash
  active: boolean // false: no active offer, so the extension asks nobody
  limitMs: number // how long ShouldRender waits for the server before it shows the fallback
  fallback: OfferView | null
}
export const METAFIELD = { namespace: '$app', key: 'post_purchase' } as const
