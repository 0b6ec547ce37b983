import { Facts } from '#app/offers/facts.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { exponentOf } from '#app/values/money.ts'
import type { ChangesetLine } from './changeset.ts'
import type { Change } from '../contract.ts'

/** All that was signed for one purchase, and what was bought before; null when nothing was signed. */
export async function readSigned(tx: Tx, shop: string, referenceId: string) {
  const changesets = await tx.changeset.findMany({ where: { shop, referenceId, surface: 'post-purchase' } })
  const placementId = changesets[0]?.placementId
  if (!placementId) return null
  const placement = await tx.placement.findUniqueOrThrow({ where: { shop_id: { shop, id: placementId } } })
  const { total, lines } = Facts.parse(placement.facts)
  const visit = { placementId, surface: placement.surface, paidIn: placement.currency ?? '', visitedAt: placement.decidedAt }
  const signings = changesets.map(({ id, offerId, stepId, signedAt, reported, changes, currency, lines: signed }) => {
    const delivery = deliveryIn(changes as unknown as Change[], currency)
    const told = { refused: reported === 'unprocessed', partly: reported === 'partially_processed' }
    const lines = signed as unknown as ChangesetLine[]
    return { id, offerId, stepId, signedAt, delivery, shipping: delivery?.amount ?? 0, ...told, lines }
  })
  return { visit, initial: { total, lines }, signings }
}

/** The delivery that was signed with the lines, in minor units. Changes carry its price as Shopify takes it, a JSON number. */
function deliveryIn(changes: readonly Change[], currency: string): { title: string; amount: number } | null {
  const minor = (price: number) => Math.round(price * 10 ** exponentOf(currency))
  for (const change of changes) {
    if (change.type === 'add_shipping_line') return { title: change.title, amount: minor(change.price) }
    if (change.type === 'add_subscription') return { title: change.shippingOption.title, amount: minor(change.initialShippingPrice) }
  }
  return null
}
