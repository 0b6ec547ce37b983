import type { PurchasedLine } from '#app/offers/facts.ts'
import { parseMoney } from '#app/values/money.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { Malformed, reader, type Reader } from './reader.ts'

/** One purchase as Shopify vouches for it. */
export interface Purchase {
  shop: string
  referenceId: string
  locale: string
  customerId: string | null
  country: string | null
  total: number
  currency: string // the shop's, as Shopify counted
  paidIn: string // the currency that the shopper pays in
  presentmentTotal: number // in that
  lines: PurchasedLine[]
  hasSubscription: boolean // something in it is sold by a selling plan
  tokenMadeAt: number | null // ms
}

/** Which purchase an order came from. That Shopify's referenceId is the order's checkout_token is not documented: change it here. */
export const referenceOf = (checkoutToken: string): string => checkoutToken

export type TokenFault = 'malformed' | 'algorithm' | 'signature' | 'expired' | 'claims' | 'other-subject'

const LEEWAY_MS = 10_000 // Two servers' clocks.

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/

/** Shopify's post-purchase token (contracts 1.1, 1.3): the parts that we use. Unknown parts are Shopify's business. */
export function readClaims(claims: unknown, now: Date): Outcome<Purchase, TokenFault> {
  try {
    const token = reader(claims, '')
    if (token.text('iss') !== 'shopify') return refuse('claims', { field: 'iss' })
    const exp = token.maybe('exp')?.number('exp')
    if (exp !== undefined && exp * 1000 + LEEWAY_MS < now.getTime()) return refuse('expired')
    const input = token.at('input_data')
    const initial = input.at('initialPurchase')
    const referenceId = initial.text('referenceId')
    return token.text('sub') === referenceId ? ok(purchaseOf(token, input, initial, referenceId)) : refuse('other-subject')
  } catch (error) {
    if (error instanceof Malformed) return refuse('claims', { field: error.field })
    throw error
  }
}

function purchaseOf(token: Reader, input: Reader, initial: Reader, referenceId: string): Purchase {
  const shop = input.at('shop').text('domain')
  if (!SHOP.test(shop)) throw new Malformed('input_data.shop.domain')
  const total = initial.at('totalPriceSet')
  const paid = total.at('shopMoney')
  const currency = paid.text('currencyCode')
  const presented = total.maybe('presentmentMoney')?.at('presentmentMoney') ?? paid
  const paidIn = presented.text('currencyCode')
  const lines = initial.list('lineItems')
  return {
    shop,
    referenceId,
    locale: input.maybe('locale')?.text('locale') ?? 'en',
    customerId: initial.maybe('customerId')?.id('customerId') ?? null,
    country: initial.maybe('destinationCountryCode')?.text('destinationCountryCode').toUpperCase() ?? null,
    total: amountOf(paid, currency),
    currency,
    paidIn,
    presentmentTotal: amountOf(presented, paidIn),
    lines: lines.map((line) => lineOf(line, currency)),
    hasSubscription: lines.some((line) => line.maybe('sellingPlanId') !== undefined),
    tokenMadeAt: (token.maybe('iat')?.number('iat') ?? NaN) * 1000 || null,
  }
}

function lineOf(line: Reader, currency: string): PurchasedLine {
  const product = line.at('product')
  return {
    productId: product.id('id'),
    variantId: product.at('variant').id('id'),
    quantity: line.number('quantity'),
    total: amountOf(line.at('totalPriceSet').at('shopMoney'), currency),
  }
}

function amountOf(money: Reader, currency: string): number {
  const amount = money.text('amount')
  if (!/^\d{1,15}(\.\d+)?$/.test(amount)) throw new Malformed('amount')
  return parseMoney(amount, currency)
}
