import { Facts } from '#app/offers/facts.ts'
import type { Tx } from '#app/platform/db.server.ts'
import type { ChangesetLine } from './changeset.ts'

/** All that was signed for one purchase, and what was bought before; null when nothing was signed. */
export async function readSigned(tx: Tx, shop: string, referenceId: string) {
  const changesets = await tx.changeset.findMany({ where: { shop, referenceId } })
  const placementId = changesets[0]?.placementId
  if (!placementId) return null
  const placement = await tx.placement.findUniqueOrThrow({ where: { shop_id: { shop, id: placementId } } })
  const { total, lines } = Facts.parse(placement.facts)
  const visit = { placementId, surface: placement.surface, paidIn: placement.currency ?? '', visitedAt: placement.decidedAt }
  const signings = changesets.map(({ id, offerId, stepId, signedAt, reported, lines: signed }) => {
    return { id, offerId, stepId, signedAt, refused: reported === 'unprocessed', lines: signed as unknown as ChangesetLine[] }
  })
  return { visit, initial: { total, lines }, signings }
}
