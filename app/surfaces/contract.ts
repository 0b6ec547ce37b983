/**
 * The exact JSON that the extensions and the server speak. Requests are POST with content type text/plain
 * (no preflight) and the token in the body; answers are JSON with `Access-Control-Allow-Origin: *`.
 */

/** As Shopify's post-purchase API takes it; ids are numbers there. Amounts are in the shop's currency. */
export type AddVariant = { type: 'add_variant'; variantId: number; quantity: number; discount?: ChangeDiscount }
export type AddShippingLine = { type: 'add_shipping_line'; price: number; title: string; presentmentTitle: string }
export type AddSubscription = {
  type: 'add_subscription'
  variantId: number
  sellingPlanId: number
  quantity: number
  initialShippingPrice: number
  recurringShippingPrice: number
  shippingOption: { title: string; presentmentTitle: string }
  discount?: ChangeDiscount
}
export type Change = AddVariant | AddShippingLine | AddSubscription
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
  amount: string // names the field of the quantity
  option: string // names the field of the variant
  choose: string // names the products of which she takes one
  gift: string
  acceptFree: string // instead of accept when nothing is to pay
  another: string // leads from what ran out to the next step
  consent: string // beside Shopify's own consent, when it is not given
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

export interface Picture {
  url: string
  alt: string
}

export interface VariantView {
  variantId: number
  title: string | null
  image?: Picture // where it is not the product's
  most?: number // where fewer can be sold than of the others
  discount?: ChangeDiscount // where it is not the step's
}

/** More than one variant: the shopper picks. More than one quantity: she says how many. */
export interface ProductView {
  title: string
  stars?: string // what its reviews come to
  price?: string // of one, where she chooses among products: Shopify tells the chosen one's
  was?: string // the same before the discount
  image: Picture | null
  variants: VariantView[] // the first one is chosen at first
  quantity: number
  least: number
  most: number
}

export interface StepView {
  id: string
  take: 'all' | 'one' // of the products
  products: ProductView[]
  discount?: ChangeDiscount
  plan?: Omit<AddSubscription, 'variantId' | 'quantity' | 'discount'> // sold as a subscription
  planName?: string
  delivery?: AddShippingLine
  crossedOut: boolean
  headline: string
  body: string
  accept?: string // instead of the wording's, with {total}
  decline?: string
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
export type AcceptRequest = { token: string; stepId: string; choice?: Choice[] } & ({ placement: string } | { fallback: string })
/** What she takes: of a step that takes all one for each product in their order, else just one. Without it what is chosen at first. */
export type Choice = { variantId: number; quantity: number }
export type AcceptAnswer =
  { ok: true; changesetId: string; changeset: string; placement: string } | { ok: false; because: string; message: string; next?: string } // next: the step that can be shown instead

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
  /** Where a block may have an offer: only there its place is kept until the app has answered. */
  places: Partial<Record<BlockSurface, BlockPlace>>
}
export interface BlockPlace {
  hours: number // after the purchase
  products?: string[] // of which one must have been bought, where every offer asks for some
}
export const METAFIELD = { namespace: '$app', key: 'post_purchase' } as const

/** The blocks of the thank-you page and of the order's page speak the same way, with the session token of Shopify's UI extensions. */
export const BLOCK_SURFACES = ['thank-you', 'order-status'] as const
export type BlockSurface = (typeof BLOCK_SURFACES)[number]

/** What the page says of itself. The token vouches for the shop and perhaps for the customer, never for the order: that is a claim. */
export interface BlockRequest {
  token: string
  surface: BlockSurface
  orderId?: string | undefined // gid of an Order or of an OrderIdentity
  checkoutToken?: string | undefined
  locale: string
  country?: string | undefined
  editor?: boolean | undefined // in the merchant's checkout editor: a sample is shown
}

export interface BlockVariant {
  variantId: number
  title: string | null
  price: string // of one, in the currency that she pays in
  was?: string // the same before the discount
  total: string // of the step's quantity
  totals?: string[] // of each quantity from the least, where she says how many
  amounts?: number[] // the same as `totals`, or as `total`, in minor units: where the step sums several up
  image?: Picture // where it is not the product's
}

export interface BlockProduct {
  title: string
  stars?: string
  quote?: { text: string; by: string }
  image: Picture | null
  quantity: number
  least?: number // where she says how many
  amount?: string // says the quantity, where it is more than one
  variants: BlockVariant[] // the first one is chosen at first
}

/** Of a step that takes all one button buys every product; of any other each product has its own. */
export interface BlockStep {
  id: string
  all: boolean
  headline: string
  body: string
  plan?: string // that it is a subscription, and by which plan
  products: BlockProduct[]
  total?: string // of all, where it does not depend on what she chooses
  sum?: { language: string; currency: string; exponent: number } // how it is written, where it does
  accept: string // with {total}
  decline: string
  onDecline: string | null
}

export interface BlockOffer {
  placement: string // empty: a sample, which is neither taken nor declined
  first: string
  steps: BlockStep[]
  together?: string // that it travels with her order, and until when
  words: { option: string; amount: string; buy: string; taken: string }
}

/** A step that she has gone to the checkout with: the very same link leads there again. */
export interface BlockTaken {
  text: string
  button: string
  placement: string
  stepId: string
}

export interface BlockCode {
  code?: string // absent: store credit, which is in her account
  text: string // what it gives, how long, and on what condition
  gift?: { label: string; url: string } | undefined // puts it into her cart: the code alone does not
}

/** Without a part there is nothing of it to show. */
export interface BlockAnswer {
  againInMs?: number // the order has not reached us yet: ask again then
  sample?: string // says that the rest is one, in the merchant's editor
  offer?: BlockOffer
  taken?: BlockTaken
  review?: { headline: string; text: string; button: string; url: string }
  codes?: { headline: string; copy: string; codes: BlockCode[] }
}

export interface BlockEventRequest {
  token: string
  placement: string
  stepId: string
  kind: 'shown' | 'declined'
}
