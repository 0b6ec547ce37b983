import type { Taken } from '../accept/choice.ts'

/** In which languages a shop's pages stand, as Shopify names them: `DE`, `PT_BR`. `usual`: those whose address names none. */
export interface ShopLanguages {
  usual: string
  published: readonly string[]
}

export interface Link {
  shop: string
  taken: readonly Taken[]
  codes: readonly string[]
  /** What the order that comes of it will carry, for the merchant and for us. */
  attributes: Readonly<Record<string, string>>
  locale: string
  languages: ShopLanguages | null // null: not known
}

/** The order's attribute that tells which accepted step it came from. */
export const REF_ATTRIBUTE = '_encore'

/** Shopify's cart permalink: opens a checkout with these goods. It knows nobody; what she is called is filled in by her own browser. */
export function permalink({ shop, taken, codes, attributes, locale, languages }: Link): string {
  const goods = taken.map(({ variantId, quantity }) => `${variantId}:${quantity}`).join()
  const url = new URL(`https://${shop}${languages ? pathOf(locale, languages) : ''}/cart/${goods}`)
  if (codes.length > 0) url.searchParams.set('discount', codes.join())
  for (const [name, value] of Object.entries(attributes)) url.searchParams.set(`attributes[${name}]`, value)
  return url.href
}

/** Her language stands before the cart (shopify.dev, Create cart permalinks). One that the shop does not publish would lead to no page at all. */
function pathOf(locale: string, { usual, published }: ShopLanguages): string {
  const [asked = '', alone = ''] = [locale.toUpperCase().replace('-', '_'), locale.toUpperCase().split(/[-_]/)[0]]
  const found =
    [asked, alone].find((one) => published.includes(one)) ?? published.find((one) => alone !== '' && one.startsWith(`${alone}_`))
  return found && found !== usual ? `/${found.toLowerCase().replace('_', '-')}` : ''
}
