import type { FollowUp } from '@prisma/client'
import { now } from '#app/platform/clock.server.ts'
import { refuse, type Outcome } from '#app/values/outcome.ts'
import type { Offered } from './offered.ts'
import { reads, type Led, type OrderKnown } from './reads.server.ts'

interface Wish {
  row: FollowUp
  order: OrderKnown
  offered: Offered
  /** Which of the things that the message offers, where she takes one. */
  item: number
  together: boolean
}

/** The checkout behind a message: stock, limits and the offer itself are looked at again, and the same wish leads to the same checkout. */
export async function leadToCheckout({ row, order, offered, item, together }: Wish): Promise<Outcome<Led>> {
  const { shop, automation, orderId, language: locale } = row
  const taken = offered.take === 'all' ? offered.items : offered.items.slice(item, item + 1)
  const [first] = taken
  if (!first) return refuse('not-offered')
  const terms = { locale, until: row.lastsUntil ?? now(), together }
  const { placementId, stepId, percent, items: shown, take } = offered
  if (placementId === null || stepId === null) {
    const key = `${automation}:${orderId}:${first.variantId}`
    return reads().sellByLink(shop, { ...terms, key, name: automation, taken, percent, orderName: order.name })
  }
  const referenceId = order.checkoutToken ?? ''
  return reads().takeOffer(shop, { ...terms, referenceId, placementId, stepId, take, shown, taken })
}
