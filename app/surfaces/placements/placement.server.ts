import { hash } from 'node:crypto'
import { z } from 'zod'
import { environment } from '#app/platform/env.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { HOURS } from '#app/values/time.ts'
import { derivedKey, signJwt, verifyJwt, type Key } from '../jwt.server.ts'
import type { Best } from '../decide/best.ts'
import { PURCHASE_LETTERS, type Surface } from './placement.ts'
import type { Purchase } from '../decide/purchase.ts'

const ON: Record<Surface, string> = { 'post-purchase': 'p', 'thank-you': 't', 'order-status': 'o', email: 'e' }

/** The same purchase gets the same placement on a surface, in every process, before and after a crash. */
export const placementId = (shop: string, surface: Surface, referenceId: string): string =>
  hash('sha256', `${shop}\n${referenceId}`, 'base64url').slice(0, PURCHASE_LETTERS) + ON[surface]

const Claims = z.object({
  id: z.string(),
  shop: z.string(),
  ref: z.string(),
  offer: z.string(),
  version: z.number().int(),
  snapshot: z.string(),
  fallback: z.boolean(),
  best: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))).optional(),
  country: z.string().optional(),
  at: z.number(), // ms
  exp: z.number(), // s
})

/** What we offered, as the shopper carries it: good before its row is stored and after a crash. */
export interface SignedPlacement {
  id: string
  offerId: string
  version: number
  snapshotId: string
  fallback: boolean
  best: Best
  country?: string | null // whose prices she was told, where she buys by a link
  decidedAt: Date
}

const VALID_MS = 2 * HOURS // Shopify holds the order for one hour.

let key: Key | undefined
const signingKey = () => (key ??= derivedKey(environment().SHOPIFY_API_SECRET, 'encore placement'))

/** `until`: how long it is good, where that is not for the hours of the page after payment. */
export function signPlacement(purchase: Pick<Purchase, 'shop' | 'referenceId'>, placement: SignedPlacement, until?: Date): string {
  const { id, offerId: offer, version, snapshotId: snapshot, fallback, decidedAt } = placement
  const best = Object.keys(placement.best).length > 0 ? { best: placement.best as z.infer<typeof Claims>['best'] } : {}
  const at = decidedAt.getTime()
  const exp = Math.floor((until?.getTime() ?? at + VALID_MS) / 1000)
  const claims: z.infer<typeof Claims> = {
    id,
    shop: purchase.shop,
    ref: purchase.referenceId,
    offer,
    version,
    snapshot,
    fallback,
    ...best,
    ...(placement.country ? { country: placement.country } : {}),
    at,
    exp,
  }
  return signJwt(claims, signingKey())
}

export type PlacementFault = 'placement-forged' | 'placement-expired' | 'other-purchase'

/** Only a placement that we signed for this very shop and purchase. */
export function readPlacement(token: string, purchase: Purchase, now: Date): Outcome<SignedPlacement, PlacementFault> {
  const read = openPlacement(token, now)
  if (!read.ok) return read
  const { shop, referenceId, placement } = read.value
  return shop === purchase.shop && referenceId === purchase.referenceId ? ok(placement) : refuse('other-purchase')
}

/** The same where the placement itself tells which purchase it is of: nobody but we can have written it. */
export function openPlacement(
  token: string,
  now: Date,
): Outcome<{ shop: string; referenceId: string; placement: SignedPlacement }, PlacementFault> {
  const verified = verifyJwt(token, signingKey())
  const claims = 'claims' in verified ? Claims.safeParse(verified.claims) : undefined
  if (!claims?.success) return refuse('placement-forged')
  const {
    id,
    shop,
    ref: referenceId,
    offer: offerId,
    version,
    snapshot: snapshotId,
    fallback,
    best = {},
    country = null,
    at,
    exp,
  } = claims.data
  if (exp * 1000 < now.getTime()) return refuse('placement-expired')
  return ok({ shop, referenceId, placement: { id, offerId, version, snapshotId, fallback, best, country, decidedAt: new Date(at) } })
}
