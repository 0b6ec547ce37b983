import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { MAY_LAG } from '#app/values/time.ts'
import type { TokenFault } from '../decide/purchase.ts'
import { Malformed, reader } from '../decide/reader.ts'

/** Whoever looks at a page with our block on it, as far as Shopify vouches for it: the shop, and her account where she is signed in. */
export interface Visitor {
  shop: string
  customerId: string | null
}

const LEEWAY_MS = 10_000 // Two servers' clocks.
const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/
const CUSTOMER = /^gid:\/\/shopify\/Customer\/(\d{1,20})$/

/** The session token of Shopify's UI extensions (contracts 2). Nothing in it names an order. */
export function readVisitor(claims: unknown, clientId: string, now: Date): Outcome<Visitor, TokenFault> {
  try {
    const token = reader(claims, '')
    const shop = token.text('dest')
    if (!SHOP.test(shop)) return refuse('claims', { field: 'dest' })
    if (token.text('aud') !== clientId) return refuse('claims', { field: 'aud' })
    const at = now.getTime()
    if (token.number('exp') * 1000 + LEEWAY_MS < at) return refuse('expired')
    if ((token.maybe('nbf')?.number('nbf') ?? 0) * 1000 - MAY_LAG > at) return refuse('claims', { field: 'nbf' })
    const sub = token.maybe('sub')?.text('sub')
    return ok({ shop, customerId: (sub && CUSTOMER.exec(sub)?.[1]) || null })
  } catch (error) {
    if (error instanceof Malformed) return refuse('claims', { field: error.field })
    throw error
  }
}

/** Shopify calls an order `Order` on one page and `OrderIdentity` on another; the number is the same. */
export const orderIdIn = (gid: string): string | null => /^gid:\/\/shopify\/(?:Order|OrderIdentity)\/(\d{1,20})$/.exec(gid)?.[1] ?? null

/** What a visitor may see of the order that her page names. */
export type Standing = 'owner' | 'holder' | 'stranger'

/**
 * A number proves nothing, everybody can count. `owner`: Shopify vouches that she is the customer who placed it. `holder`: she has its checkout's
 * token, which nobody guesses, so she stands before its page; she may be offered something, and sees nothing that is the customer's own.
 */
export function standingOf(
  order: { id: string; customerId: string | null; checkoutToken: string | null },
  visitor: Visitor,
  claim: { orderId: string | null; checkoutToken?: string | undefined },
): Standing {
  if (order.id !== claim.orderId) return 'stranger'
  if (visitor.customerId !== null && order.customerId !== null) return visitor.customerId === order.customerId ? 'owner' : 'stranger'
  return order.checkoutToken !== null && order.checkoutToken === claim.checkoutToken ? 'holder' : 'stranger'
}
