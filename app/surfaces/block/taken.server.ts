import { whyUnavailable, type Shelf } from '#app/offers/availability.ts'
import { now } from '#app/platform/clock.server.ts'
import { db, type Tx } from '#app/platform/db.server.ts'
import type { ChangesetLine } from '../accept/changeset.ts'
import { BLOCK_SURFACES, type BlockTaken } from '../contract.ts'
import { placementId, signPlacement } from '../placements/placement.server.ts'
import type { LinkSurface } from '../placements/placement.ts'
import type { Purchase } from '../decide/purchase.ts'
import { voiceOf } from '../voice.ts'
import type { BlockGround } from './ground.server.ts'

/** What she took on the blocks for this purchase, on whichever page, the latest first. By mail there is one of its own. */
export const listTaken = (tx: Tx, { shop, referenceId }: Pick<Purchase, 'shop' | 'referenceId'>, surface: LinkSurface = 'thank-you') =>
  tx.changeset.findMany({
    where: {
      shop,
      placementId: { in: togetherWith(surface).map((one) => placementId(shop, one, referenceId)) },
      share: { not: 'returned' },
    },
    orderBy: { signedAt: 'desc' },
  })

const togetherWith = (surface: LinkSurface): readonly LinkSurface[] => (surface === 'email' ? [surface] : BLOCK_SURFACES)

export const isStillOpen = ({ orderedIn, expiresAt }: { orderedIn: string | null; expiresAt: Date | null }): boolean =>
  orderedIn === null && expiresAt !== null && expiresAt > now()

/** The shelf holds what running offers name: of anything else it is not known here, and the way to the checkout asks again. */
const isSold = ({ lines }: { lines: unknown }, shelf: Shelf): boolean =>
  (lines as ChangesetLine[]).every(
    ({ variantId, quantity }) => !shelf.has(variantId) || whyUnavailable(shelf.get(variantId), quantity) === null,
  )

/** She went to the checkout and has not bought there yet: the way back to it, as long as the shop sells what is in it. */
export async function readTaken({ purchase, snapshot }: BlockGround): Promise<BlockTaken | null> {
  const [taken] = await listTaken(db, purchase)
  if (!taken?.expiresAt || !isStillOpen(taken) || !isSold(taken, snapshot.shelf)) return null
  const words = voiceOf(snapshot, purchase.locale).words.block
  const { placementId: id, offerId, offerVersion: version, stepId, expiresAt } = taken
  const placement = signPlacement(
    purchase,
    { id, offerId, version, snapshotId: '', fallback: false, best: {}, decidedAt: taken.signedAt },
    expiresAt,
  )
  return { text: words.waiting, button: words.toCheckout, placement, stepId }
}
