import type { BlockSources } from '../block/answer.server.ts'
import { purchaseOf, type BlockGround } from '../block/ground.server.ts'
import { readDeeds } from '../placements/deeds.server.ts'
import { askAlone } from '../decide/known.server.ts'
import { groundOf } from '../decide/offer.server.ts'
import { placeByMail, type Deed } from '../placements/placement.ts'

/** What the message says of itself: how long its offer stands, and whether that travels with the order. */
export interface MailTerms {
  locale: string
  until: Date
  together: boolean
}

/** For who is about to be written to, and for who follows the link of what was written: other surfaces may have shown her something meanwhile. */
export type Moment = 'choosing' | 'taking'

/** Everything that an offer by mail rests on: what she sends back is neither a reason for it, nor is it offered again. Null: the order has no checkout of ours, or its lines have not come yet. */
export async function groundOfMail(
  shop: string,
  referenceId: string,
  moment: Moment,
  { locale, until, together }: MailTerms,
  { reads, snapshots }: BlockSources,
): Promise<BlockGround | null> {
  const mirrored = await reads.readMirrored(shop, referenceId)
  const order = mirrored && (await reads.findPageOrder(shop, mirrored.orderId))
  if (!mirrored || !order) return null
  const gone = moment === 'choosing' ? await reads.readGone(shop, mirrored.orderId) : []
  const kept = { ...mirrored, lines: mirrored.lines.filter(({ productId }) => !gone.includes(productId ?? '')) }
  const [ground, deeds, boughtSince] = await Promise.all([
    groundOf(purchaseOf(shop, referenceId, kept, locale), snapshots, askAlone, 'email'),
    readDeeds(shop, referenceId),
    order.customerId ? reads.readBoughtSince(shop, order.customerId, order.processedAt) : [],
  ])
  const counting = deeds.filter((deed) => counts(moment, deed))
  const settings = { on: { 'thank-you': true, 'order-status': true }, together, hours: 1 }
  return {
    ...ground,
    surface: 'email',
    order,
    settings,
    until,
    place: placeByMail({ cancelled: order.cancelled, deeds: counting, boughtSince: [...boughtSince, ...gone] }),
  }
}

/** What she was promised by mail stands though a page has shown her something since, unless she took that. */
const counts = (moment: Moment, { surface, kind }: Deed): boolean => surface !== 'email' && (moment === 'choosing' || kind === 'accepted')
