import { Facts } from '#app/offers/facts.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { exponentOf } from '#app/values/money.ts'
import type { ChangesetLine } from './changeset.ts'

/** All that was signed for one purchase, and what was bought before; null when nothing was signed. */
export async function readSigned(tx: Tx, shop: string, referenceId: string) {
  const changesets = await tx.changeset.findMany({ where: { shop, referenceId } })
  const placementId = changesets[0]?.placementId
  if (!placementId) return null
  const placement = await tx.placement.findUniqueOrThrow({ where: { shop_id: { shop, id: placementId } } })
  const { total, lines } = Facts.parse(placement.facts)
  const visit = { placementId, surface: placement.surface, paidIn: placement.currency ?? '', visitedAt: placement.decidedAt }
  const signings = changesets.map(({ id, offerId, stepId, signedAt, reported, changes, currency, lines: signed }) => {
    const shipping = shippingIn(changes as unknown as { type: string; price?: number }[], currency)
    return { id, offerId, stepId, signedAt, shipping, refused: reported === 'unprocessed', lines: signed as unknown as ChangesetLine[] }
  })
  return { visit, initial: { total, lines }, signings }
}

/** The shipping that was signed with the lines, in minor units. Changes carry it as Shopify takes it, a JSON number. */
const shippingIn = (changes: readonly { type: string; price?: number }[], currency: string): number =>
  changes.reduce(
    (sum, { type, price = 0 }) => (type === 'add_shipping_line' ? sum + Math.round(price * 10 ** exponentOf(currency)) : sum),
    0,
  )
