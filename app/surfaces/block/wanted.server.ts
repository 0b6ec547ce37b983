import { log } from '#app/platform/log.server.ts'
import { transact } from '#app/platform/db.server.ts'
import type { OpenFunnel } from '#app/offers/funnel.ts'
import type { Step } from '#app/offers/step.ts'
import { dayEnd } from '#app/values/time.ts'
import { discountOfAll, linesOf, type ChangesetLine } from '../accept/changeset.ts'
import { takenAtFirst } from '../accept/choice.ts'
import { deliveryCode, priceCode, type WantedCode } from './code-terms.ts'
import { prepareOfferCodes } from './give-codes.server.ts'
import type { BlockGround } from './ground.server.ts'
import { abroadFor } from './priced.server.ts'
import { offForNothing, type Abroad } from './prices.ts'
import type { BlockReads } from './reads.ts'
import { isTogether } from './together.ts'

/** A code lives until the end of the shop's day, so that one discount serves all codes of a day. */
export const codeExpiry = ({ until, snapshot }: Pick<BlockGround, 'until' | 'snapshot'>) => dayEnd(until, snapshot.timeZone)

/** The codes that a link to the checkout needs for what she takes: for its price, and for its delivery. */
export function wantedCodes(
  ground: BlockGround,
  offerId: string,
  step: Step,
  lines: readonly ChangesetLine[],
  abroad: Abroad | null,
): WantedCode[] {
  const expiry = codeExpiry(ground)
  const off = abroad ? offForNothing(lines, abroad) : discountOfAll(lines)
  const price = priceCode({ offerId, step, lines, off, currency: ground.snapshot.currency, expiry })
  const isFree = isTogether(ground.settings, ground.order) || step.gift
  return [...(price ? [price] : []), ...(isFree ? [deliveryCode(expiry, step.subscription !== null)] : [])]
}

/** She sees the offer: what she may take it with is made while she reads. */
export async function prepareFor(
  ground: BlockGround,
  offerId: string,
  { steps }: OpenFunnel,
  country: string | null,
  reads: BlockReads,
): Promise<void> {
  const { shop } = ground.purchase
  const wanted: WantedCode[] = []
  for (const step of steps) {
    const lines = linesOf(step, takenAtFirst(step), ground.snapshot.shelf)
    const ids = lines.map(({ variantId }) => variantId)
    const abroad = await abroadFor(ground, step, ids, country, reads)
    if (abroad !== 'late') wanted.push(...wantedCodes(ground, offerId, step, lines, abroad))
  }
  try {
    await transact((tx) => prepareOfferCodes(tx, shop, wanted, codeExpiry(ground).expiresAt))
  } catch (error) {
    log.warn({ err: error, shop }, 'codes for an offer could not be prepared')
  }
}
