import { log } from '#app/platform/log.server.ts'
import { document } from '#app/platform/shopify/document.ts'
import { askStorefront } from '#app/platform/shopify/storefront.server.ts'
import { gid } from '#app/values/ids.ts'
import { languageOf } from '#app/values/languages.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import type { RefusalReason } from '../refusals.ts'
import type { Link } from './permalink.ts'

interface CartInput {
  lines: { merchandiseId: string; quantity: number; sellingPlanId: string }[]
  discountCodes: readonly string[]
  attributes: { key: string; value: string }[]
  buyerIdentity: { countryCode?: string }
}

interface Answer {
  cartCreate: {
    cart: { checkoutUrl: string; discountCodes: { code: string; applicable: boolean }[] } | null
    userErrors: { code: string | null; field: string[] | null; message: string }[]
  } | null
}

export const CREATE_CART = document<Answer, { input: CartInput; language: string; country: string | null }>(
  `mutation CreateCart($input: CartInput!, $language: LanguageCode!, $country: CountryCode) @inContext(language: $language, country: $country) {
    cartCreate(input: $input) {
      cart { checkoutUrl discountCodes { code applicable } }
      userErrors { code field message }
    }
  }`,
  'storefront',
)

export interface PlanLink extends Omit<Link, 'languages'> {
  sellingPlanId: string
  country: string | null // in whose currency she pays
  promised: readonly string[] // codes without which the price is not the one that she was told
}

/** The address of a checkout that sells by a selling plan, which no permalink carries: a cart of the Storefront API has it. */
export async function cartLink(link: PlanLink): Promise<Outcome<string, RefusalReason>> {
  const answer = await askStorefront(link.shop, CREATE_CART, {
    input: cartOf(link),
    language: languageOf(link.locale).toUpperCase().replace('-', '_'),
    country: link.country,
  }).catch((error: unknown) => {
    log.warn({ err: error, shop: link.shop }, 'a cart for a subscription could not be made')
    return null
  })
  const { cart = null, userErrors = [] } = answer?.cartCreate ?? {}
  if (userErrors.length > 0) log.warn({ shop: link.shop, userErrors }, 'Shopify refused a cart for a subscription')
  if (userErrors.some(({ code }) => code === 'SELLING_PLAN_NOT_APPLICABLE')) return refuse('plan-gone')
  // What is not on sale any more is to the Storefront API as if it were not there; our mirror may not have heard of it yet.
  if (userErrors.some(({ field }) => field?.at(-1) === 'merchandiseId')) return refuse('unpublished')
  if (!cart) return refuse('checkout-not-ready')
  const lost = cart.discountCodes.filter(({ code, applicable }) => !applicable && link.promised.includes(code))
  return lost.length > 0 ? refuse('codes-not-ready') : ok(cart.checkoutUrl)
}

const cartOf = ({ taken, sellingPlanId, codes, attributes, country }: PlanLink): CartInput => ({
  lines: taken.map(({ variantId, quantity }) => ({
    merchandiseId: gid('ProductVariant', variantId),
    quantity,
    sellingPlanId: gid('SellingPlan', sellingPlanId),
  })),
  discountCodes: codes,
  attributes: Object.entries(attributes).map(([key, value]) => ({ key, value })),
  buyerIdentity: country ? { countryCode: country } : {},
})
