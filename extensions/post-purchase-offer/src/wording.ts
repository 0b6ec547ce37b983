import type { ErrorCode, Wording } from '../../../app/surfaces/contract.ts'

const NOTHING_CHARGED = 'Nothing was charged, and your order is safe.'

export const HEADLINE = 'Add this to your order'

/** Only what the offer's own wording leaves out; every other language travels with the offer. */
const ENGLISH: Wording & { errors: Record<ErrorCode, string> } = {
  accept: 'Pay now · {total}',
  accepting: 'Adding it to your order',
  decline: 'No, thank you',
  subtotal: 'Subtotal',
  discount: 'Discount',
  shipping: 'Shipping',
  tax: 'Tax',
  taxIncluded: 'Tax included',
  total: 'Total to pay now',
  free: 'Free',
  quantity: 'Quantity: {count}',
  amount: 'Quantity',
  option: 'Option',
  choose: 'Choose one',
  gift: 'Free gift',
  acceptFree: 'Add it for free',
  another: 'See another offer',
  consent: 'Please agree to the subscription first.',
  calculating: 'Calculating the price',
  unavailable: 'This offer is not available any more. Your order is safe.',
  declined: `We could not add this to your order. ${NOTHING_CHARGED}`,
  partly: 'This is now part of your order, but the payment did not go through. The shop will write to you about it.',
  unsure: 'We do not know yet whether this was added. Your order confirmation will show what you bought.',
  errors: {
    payment_required: `Your bank did not accept the payment. ${NOTHING_CHARGED}`,
    insufficient_inventory: `This has just sold out. ${NOTHING_CHARGED}`,
    changeset_already_applied: 'This is already part of your order. You were not charged twice.',
    unsupported_payment_method: `The way you paid cannot be used for a second payment. ${NOTHING_CHARGED}`,
    invalid_request: `This offer is no longer valid. ${NOTHING_CHARGED}`,
    server_error: 'Something went wrong while adding this to your order.',
    buyer_consent_required: `This needs your consent to a subscription, which this page cannot ask for. ${NOTHING_CHARGED}`,
    subscription_vaulting_error: `Your payment method could not be saved for a subscription. ${NOTHING_CHARGED}`,
    subscription_contract_creation_error: `The subscription could not be set up. ${NOTHING_CHARGED}`,
    subscription_no_shipping_address_error: `A subscription needs a shipping address, and this order has none. ${NOTHING_CHARGED}`,
    subscription_limit_error: `No more subscriptions can be added to this order. ${NOTHING_CHARGED}`,
    order_released_error: `Your order is already being prepared, so nothing can be added. ${NOTHING_CHARGED}`,
  },
  again: 'Try again',
  continue: 'Continue to your order',
}

/** The offer's words, and English where it has none or an empty one. */
function over<T extends object>(fallback: T, words: Partial<T> = {}): T {
  const all = { ...fallback }
  for (const key of Object.keys(words) as (keyof T)[]) all[key] = words[key] || fallback[key]
  return all
}

// Not a spread: what the compiler makes of it needs ES2017, and the sandbox promises ES2015.
export type Words = Wording

export const complete = (wording?: Partial<Wording>): Words =>
  Object.assign(over<Wording>(ENGLISH, wording), { errors: over(ENGLISH.errors, wording?.errors) })

export const fill = (text: string, name: string, value: string): string => text.split(`{${name}}`).join(value)
