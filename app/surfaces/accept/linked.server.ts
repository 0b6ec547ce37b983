import type { Tx } from '#app/platform/db.server.ts'
import { sameCode } from '#app/values/code.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import type { ChangesetLine } from './changeset.ts'

/** What of an order may tell which accepted step it came from. */
export interface LinkMarks {
  orderId: ShopifyId
  codes: readonly string[]
  offerRef: string | null // the attribute that our links carry
}

/** The step whose link became this order, by a code that only the link carried, or by its attribute. The first such order is the one. */
export async function readLinked(tx: Tx, shop: string, { orderId, codes, offerRef }: LinkMarks) {
  const spelled = codes.map(sameCode)
  if (spelled.length === 0 && !offerRef) return null
  const taken = await tx.changeset.findFirst({
    where: {
      shop,
      surface: { not: 'post-purchase' },
      OR: [{ codes: { hasSome: spelled } }, ...(offerRef ? [{ id: offerRef }] : [])],
      AND: { OR: [{ orderedIn: null }, { orderedIn: orderId }] },
    },
  })
  if (!taken) return null
  await tx.changeset.update({ where: { shop_id: { shop, id: taken.id } }, data: { orderedIn: orderId } })
  const { id, placementId, offerId, stepId, signedAt, surface } = taken
  const placement = await tx.placement.findUniqueOrThrow({ where: { shop_id: { shop, id: placementId } } })
  const lines = taken.lines as unknown as ChangesetLine[]
  // She may have changed how many she takes, and what else is in the cart, before she paid.
  const signing = { id, offerId, stepId, signedAt, refused: false, partly: false, delivery: null, shipping: 0, lines, anyQuantity: true }
  const visit = { placementId, surface, paidIn: placement.currency ?? '', visitedAt: placement.decidedAt }
  return { visit, initial: { total: 0, lines: [] }, signings: [signing] }
}
