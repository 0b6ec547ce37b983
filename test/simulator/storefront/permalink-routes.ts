import { isOnSale, openCheckout, quoteFor, changeCheckout } from '../checkout/desk.ts'
import type { CartLine } from '../checkout/desk.ts'
import { prefill } from '../checkout/prefill.ts'
import type { Answer, Part, Visit } from '../routes.ts'
import type { SimCheckout, SimShop } from '../model.ts'
import { accountOf } from './account.ts'
import { seeOther } from './html.ts'
import { readPermalink } from './permalink.ts'
import type { Permalink } from './permalink.ts'
import { keepCart, shopperOf } from './shopper.ts'

/** Links that lead straight to a checkout, or to a cart, with something in it. */
export const permalinks: Part = (routes) => {
  routes.route('storefront', 'GET', '/cart/:lines{\\d+:.+}', open)
  routes.route('storefront', 'GET', '/:locale{[a-z]{2}(-[A-Za-z]{2})?}/cart/:lines{\\d+:.+}', open)
}

const open: Answer = async (visit) => {
  const { shop, params, url } = visit
  const link = shop && readPermalink(decodeURIComponent(params['lines'] ?? ''), url.searchParams)
  if (!shop || !link || localeIn(params, shop) === null) return new Response('There is no such page\n', { status: 404 })
  const lines = await sold(visit, shop, link)
  if (lines.length === 0) return seeOther('/cart')
  if (link.toCart) return toCart(visit, link, lines)
  return openFor(visit, shop, lines, link)
}

/** The language that stands before the cart; undefined: none does. Null: the shop is not published in it, or needs no such address. */
function localeIn({ locale: asked }: Visit['params'], { locales, locale: usual }: SimShop): string | null | undefined {
  if (asked === undefined) return undefined
  const found = locales.find((one) => one.toLowerCase() === asked.toLowerCase())
  return found === undefined || found === usual ? null : found
}

/** A checkout for who followed a link; `kept` is what its cart knows better. */
export async function openFor(
  visit: Visit,
  shop: SimShop,
  lines: readonly CartLine[],
  link: Pick<Permalink, 'codes' | 'given'>,
  kept: Partial<SimCheckout> = {},
): Promise<Response> {
  const { simulator } = visit
  const opened = await openCheckout(simulator, shop, lines, { ...(await givenTo(visit, shop, link)), ...kept })
  const { refused } = await quoteFor(simulator, shop, opened)
  // As at Shopify, a code that does not apply is said so and left out; it keeps nobody from paying.
  const codes = simulator.settings.permalinkDropsRefusedCodes ? refused.map(({ code }) => code) : []
  if (codes.length > 0)
    await changeCheckout(simulator, shop, opened.id, { discountCodes: opened.discountCodes.filter((code) => !codes.includes(code)) })
  return seeOther(`/checkouts/${opened.token}${codes.length > 0 ? `?${new URLSearchParams({ refused: codes.join(',') })}` : ''}`)
}

/** Variants that are gone or not on sale are left out. */
async function sold({ simulator }: Visit, shop: SimShop, { lines }: Permalink) {
  const found = await Promise.all(
    lines.map(async (line) => {
      const product = await simulator.store.find(shop.domain, 'product', `variant:${line.variantId}`)
      return product && isOnSale(product) ? [line] : []
    }),
  )
  return found.flat()
}

function toCart(visit: Visit, { codes, given }: Permalink, lines: Permalink['lines']): Response {
  const lost = [...(codes.length > 0 ? ['discount'] : []), ...Object.keys(given)]
  if (lost.length > 0)
    return new Response(`The simulator's cart keeps no ${lost.join(', ')} of a permalink with storefront=true\n`, { status: 501 })
  const others = shopperOf(visit).cart.filter(({ variantId }) => !lines.some((line) => line.variantId === variantId))
  return seeOther('/cart', { 'set-cookie': keepCart([...others, ...lines]) })
}

/** Who is logged in is known; a given e-mail makes the customer known, as its order would. Nothing of her is shown that the link does not say. */
async function givenTo(visit: Visit, shop: SimShop, { given, codes }: Pick<Permalink, 'codes' | 'given'>): Promise<Partial<SimCheckout>> {
  const { simulator, url, params } = visit
  const shopper = shopperOf(visit)
  const account = await accountOf(visit)
  const named = given.email ? await simulator.store.find(shop.domain, 'customer', given.email) : null
  const locale = localeIn(params, shop) ?? shopper.locale
  return {
    ...(await prefill(simulator, shop)),
    ...(account ? { email: account.email, address: account.address } : {}),
    locale,
    presentmentCurrency: shopper.currency,
    landingSite: url.pathname + url.search,
    referringSite: visit.request.headers.get('referer'),
    customerId: named?.id ?? (given.email ? null : (account?.id ?? null)),
    discountCodes: [...new Set(codes)],
    ...given,
  }
}
