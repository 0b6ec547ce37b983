import { environment } from '#app/platform/env.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { refuse, type Outcome } from '#app/values/outcome.ts'
import { keyOf, verifyJwt } from '../jwt.server.ts'
import { readClaims, type Purchase, type TokenFault } from './purchase.ts'

let key: ReturnType<typeof keyOf> | undefined

/** The purchase in Shopify's token, if Shopify signed it with our client secret and it is still valid. */
export function readToken(token: string): Outcome<Purchase, TokenFault> {
  const verified = verifyJwt(token, (key ??= keyOf(environment().SHOPIFY_API_SECRET)))
  return 'fault' in verified ? refuse(verified.fault) : readClaims(verified.claims, now())
}
