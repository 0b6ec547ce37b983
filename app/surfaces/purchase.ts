import { z } from 'zod'
import { parseMoney } from '#app/values/money.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import type { PurchasedLine } from '#app/offers/facts.ts'

// Shopify's ids are numbers here and text elsewhere.
const id = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)])
const amount = z.object({ amount: z.string().regex(/^\d+(\.\d+)?$/), currencyCode: z.string().length(3) })
const bag = z.object({ shopMoney: amount })

/** Shopify's post-purchase token (contracts 1.1, 1.3): the parts that we read. Unknown parts are Shopify's business. */
const PurchaseToken = z.object({
  iss: z.literal('shopify'),
  sub: z.string().min(1).max(200),
  iat: z.number().optional(),
  exp: z.number().optional(),
  input_data: z.object({
    locale: z.string().max(40).default('en'),
    shop: z.object({ domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/) }),
    initialPurchase: z.object({
      referenceId: z.string().min(1).max(200),
      customerId: id.nullish(),
      destinationCountryCode: z.string().nullish(),
      totalPriceSet: bag,
      lineItems: z.array(
        z.object({ product: z.object({ id, variant: z.object({ id }) }), quantity: z.number().int(), totalPriceSet: bag }),
      ),
    }),
  }),
})

/** One purchase as Shopify vouches for it. */
export interface Purchase {
  shop: string
  referenceId: string
  locale: string
  customerId: string | null
  country: string | null
  total: number
  currency: string // the shop's, as Shopify counted
  lines: PurchasedLine[]
  tokenMadeAt: number | null // ms
}

/** Which purchase an order came from. That Shopify's referenceId is the order's checkout_token is not documented: change it here. */
export const referenceOf = (checkoutToken: string): string => checkoutToken

export type TokenFault = 'malformed' | 'algorithm' | 'signature' | 'expired' | 'claims' | 'other-subject'

const LEEWAY_MS = 10_000 // Two servers' clocks.

export function readClaims(claims: unknown, now: Date): Outcome<Purchase, TokenFault> {
  const parsed = PurchaseToken.safeParse(claims)
  if (!parsed.success) return refuse('claims', { field: parsed.error.issues[0]?.path.join('.') })
  const { exp, iat, sub, input_data: input } = parsed.data
  if (exp !== undefined && exp * 1000 + LEEWAY_MS < now.getTime()) return refuse('expired')
  const { initialPurchase } = input
  if (sub !== initialPurchase.referenceId) return refuse('other-subject')
  const { currencyCode: currency } = initialPurchase.totalPriceSet.shopMoney
  return ok({
    shop: input.shop.domain,
    referenceId: initialPurchase.referenceId,
    locale: input.locale,
    customerId: initialPurchase.customerId == null ? null : String(initialPurchase.customerId),
    country: initialPurchase.destinationCountryCode?.toUpperCase() || null,
    total: parseMoney(initialPurchase.totalPriceSet.shopMoney.amount, currency),
    currency,
    lines: initialPurchase.lineItems.map(({ product, quantity, totalPriceSet }) => ({
      productId: String(product.id),
      variantId: String(product.variant.id),
      quantity,
      total: parseMoney(totalPriceSet.shopMoney.amount, currency),
    })),
    tokenMadeAt: iat === undefined ? null : iat * 1000,
  })
}
