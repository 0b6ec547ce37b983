import { Facts } from '#app/offers/facts.ts'
import { pool, type Tx } from '#app/platform/db.server.ts'
import type { Range } from '#app/values/time.ts'
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

export interface StepEvents {
  offerId: string
  stepId: string
  shown: number
  declined: number
}

/** How often each step was seen and declined: once per purchase at most. */
export async function countStepEvents(shop: string, { from, to }: Range): Promise<StepEvents[]> {
  const { rows } = await pool.query<StepEvents>(
    `select offer_id as "offerId", step_id as "stepId",
       (count(*) filter (where kind = 'shown'))::int as shown, (count(*) filter (where kind = 'declined'))::int as declined
     from placement_event where shop = $1 and at >= $2 and at < $3 group by offer_id, step_id`,
    [shop, from, to],
  )
  return rows
}
