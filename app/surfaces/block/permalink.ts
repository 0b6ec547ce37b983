import type { Taken } from '../accept/choice.ts'

export interface Link {
  shop: string
  taken: readonly Taken[]
  codes: readonly string[]
  /** What the order that comes of it will carry, for the merchant and for us. */
  attributes: Readonly<Record<string, string>>
  locale: string
}

/** The order's attribute that tells which accepted step it came from. */
export const REF_ATTRIBUTE = '_encore'

/** Shopify's cart permalink: opens a checkout with these goods. It knows nobody; what she is called is filled in by her own browser. */
export function permalink({ shop, taken, codes, attributes, locale }: Link): string {
  const url = new URL(`https://${shop}/cart/${taken.map(({ variantId, quantity }) => `${variantId}:${quantity}`).join()}`)
  if (codes.length > 0) url.searchParams.set('discount', codes.join())
  for (const [name, value] of Object.entries(attributes)) url.searchParams.set(`attributes[${name}]`, value)
  url.searchParams.set('locale', locale)
  return url.href
}
