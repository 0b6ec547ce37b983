import type { CartLine } from '../checkout/desk.ts'
import type { Visit } from '../routes.ts'
import { looksOf } from './shell.ts'
import type { Looks } from './shell.ts'

/** What the shopper's browser keeps: cart, language, currency and how she came. */
export interface Shopper {
  cart: CartLine[]
  locale: string
  currency: string
  landing: string
  referrer: string | null
  /** Of a link with a code that she followed. */
  discountCode: string | null
}

const MOST_LINES = 50

export function shopperOf({ request, shop, url }: Visit): Shopper {
  const cookies = new Map(
    (request.headers.get('cookie') ?? '')
      .split('; ')
      .map((one) => [one.slice(0, one.indexOf('=')), decode(one.slice(one.indexOf('=') + 1))]),
  )
  const locale = cookies.get('locale')
  const currency = cookies.get('currency')
  return {
    cart: readCart(cookies.get('cart') ?? ''),
    locale: locale && shop?.locales.includes(locale) ? locale : (shop?.locale ?? 'en'),
    currency: currency && shop?.rates[currency] ? currency : (shop?.currency ?? 'EUR'),
    landing: cookies.get('landing') ?? url.pathname + url.search,
    referrer: cookies.get('referrer') ?? request.headers.get('referer'),
    discountCode: cookies.get('discount_code') || null,
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** `42x2.43x1x7`: variant 42 twice, 43 once by selling plan 7. */
function readCart(text: string): CartLine[] {
  return text
    .split('.')
    .map((part) => part.split('x').map(Number))
    .filter(([variantId, quantity]) => Number.isSafeInteger(variantId) && Number.isSafeInteger(quantity) && (quantity as number) > 0)
    .map(([variantId, quantity, plan]) => lineOf(variantId as number, Math.min(quantity as number, 999), plan))
    .slice(0, MOST_LINES)
}

export const keep = (name: string, value: string): string => `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax`
const lineOf = (variantId: number, quantity: number, plan: number | undefined): CartLine =>
  plan ? { variantId, quantity, sellingPlanId: plan } : { variantId, quantity }

export const keepCart = (cart: readonly CartLine[]): string =>
  keep(
    'cart',
    cart
      .map(({ variantId, quantity, sellingPlanId }) => [variantId, quantity, ...(sellingPlanId ? [sellingPlanId] : [])].join('x'))
      .join('.'),
  )

/** The same variant once and by a plan are two lines. */
export function changeCart(
  cart: readonly CartLine[],
  { variantId, plan }: { variantId: number; plan: number | undefined },
  quantity: (before: number) => number,
): CartLine[] {
  const before = cart.find((line) => line.variantId === variantId && line.sellingPlanId === plan)
  const after = lineOf(variantId, quantity(before?.quantity ?? 0), plan)
  const lines = before ? cart.map((line) => (line === before ? after : line)) : [...cart, after]
  return lines.filter((line) => line.quantity > 0)
}

export const looksFor = (visit: Visit, shopper: Shopper): Looks => {
  if (!visit.shop) throw new Error('A storefront page without a shop')
  return looksOf(
    visit.shop,
    shopper.locale,
    shopper.currency,
    shopper.cart.reduce((sum, line) => sum + line.quantity, 0),
  )
}
