import type { PaymentMethod } from '../../simulator/model.ts'

/** How shoppers pay: assumed, since the history does not say. Shares of all purchases. */
export const ASSUMED = {
  payments: { card: 0.4, wallets: 0.3, paypal: 0.15, other: 0.15 }, // wallets without Shop Pay, PayPal without reference transactions
  foreignCurrency: 0.12,
  pickup: 0.05,
}

const METHODS: Record<keyof typeof ASSUMED.payments, readonly PaymentMethod[]> = {
  card: ['card'],
  wallets: ['apple_pay', 'google_pay'],
  paypal: ['paypal'],
  other: ['klarna', 'manual'],
}

export interface Manner {
  payment: PaymentMethod
  foreignCurrency: boolean
  pickup: boolean
}

/** Shopify shows its page after payment to cards alone, in the shop's currency, for what is shipped. */
export const EXPECTED_POST_PURCHASE = ASSUMED.payments.card * (1 - ASSUMED.foreignCurrency) * (1 - ASSUMED.pickup)

// The plastic number's powers: three independent sequences that fill their shares evenly, so that 2,000 purchases carry no chance.
const STEP = 1.2207440846057596
const along = (index: number, power: number): number => (0.5 + index / STEP ** power) % 1

/** The manner of the purchase with this number, the same in every run. */
export function mannerOf(index: number): Manner {
  return {
    payment: paymentAt(along(index, 1), index),
    foreignCurrency: along(index, 2) < ASSUMED.foreignCurrency,
    pickup: along(index, 3) < ASSUMED.pickup,
  }
}

function paymentAt(point: number, index: number): PaymentMethod {
  let upTo = 0
  for (const [kind, share] of Object.entries(ASSUMED.payments)) {
    upTo += share
    const methods = METHODS[kind as keyof typeof METHODS]
    if (point < upTo) return methods[index % methods.length] as PaymentMethod
  }
  return 'card'
}
