import { environment } from '#app/platform/env.server.ts'
import { inSigningOrder } from './changeset.ts'
import type { Change } from '../contract.ts'
import { keyOf, signJwt } from '../jwt.server.ts'

let key: ReturnType<typeof keyOf> | undefined

/** As Shopify's applyChangeset takes it (contracts 1.3). The same row gives the same token, byte for byte. */
export function signChangeset({
  jti,
  referenceId,
  signedAt,
  changes,
}: {
  jti: string
  referenceId: string
  signedAt: Date
  changes: Change[]
}): string {
  const { SHOPIFY_API_KEY: iss, SHOPIFY_API_SECRET } = environment()
  const iat = Math.floor(signedAt.getTime() / 1000)
  return signJwt({ iss, jti, iat, sub: referenceId, changes: changes.map(inSigningOrder) }, (key ??= keyOf(SHOPIFY_API_SECRET)))
}
