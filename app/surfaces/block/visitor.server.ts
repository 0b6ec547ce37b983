import { now } from '#app/platform/clock.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { refuse, type Outcome } from '#app/values/outcome.ts'
import { keyOf, verifyJwt } from '../jwt.server.ts'
import type { TokenFault } from '../decide/purchase.ts'
import { readVisitor, type Visitor } from './visitor.ts'

let key: ReturnType<typeof keyOf> | undefined

/** Who visits, if Shopify signed it with our client secret for this very app and it is still valid. */
export function readSessionToken(token: string): Outcome<Visitor, TokenFault> {
  const { SHOPIFY_API_KEY, SHOPIFY_API_SECRET } = environment()
  const verified = verifyJwt(token, (key ??= keyOf(SHOPIFY_API_SECRET)))
  return 'fault' in verified ? refuse(verified.fault) : readVisitor(verified.claims, SHOPIFY_API_KEY, now())
}
