import { stopsAt, whyOverCap, type Use } from '#app/offers/caps.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { db, type Tx } from '#app/platform/db.server.ts'
import { notify } from '#app/platform/notify.server.ts'
import { DAYS, later } from '#app/values/time.ts'

/** One acceptance that asks for its share of an offer's limits. Amounts in minor units of the shop's currency. */
export interface Share {
  offerId: string
  customerId: string | null
  counts: boolean // the first of its purchase
  isFirst: boolean // of the offer's steps
  discount: number
}

interface Row {
  accepted: number
  discount: bigint
  stepDiscount: bigint
  stoppedAt: Date | null
}
const useOf = ({ accepted, discount, stepDiscount, stoppedAt }: Row): Use => ({
  accepted,
  discount: Number(discount),
  stepDiscount: Number(stepDiscount),
  stoppedAt,
})

/**
 * Takes the share if the limits allow it. The row is locked until the transaction ends, so acceptances of one offer take turns here and no limit
 * is ever exceeded; one that was refused is remembered, so that the offer stops being shown.
 */
export async function takeShare(tx: Tx, shop: string, { caps }: OfferDefinition, share: Share, now: Date) {
  const { offerId, counts, discount } = share
  const use = await lockUse(tx, shop, offerId)
  const asked = share.isFirst ? { ...use, stepDiscount: discount } : use
  const byShopper =
    caps.perShopper && share.customerId
      ? await countByShopper(tx, shop, offerId, share.customerId, later(now, -caps.perShopper.days * DAYS))
      : 0
  const because = whyOverCap(caps, use, { discount, counts, byShopper })
  const after = because ? asked : { ...asked, accepted: use.accepted + Number(counts), discount: use.discount + discount }
  const [before, stop] = [stopsAt(caps, use), stopsAt(caps, after)]
  await writeUse(tx, shop, offerId, { ...after, stoppedAt: stop === null ? null : before === null ? now : (use.stoppedAt ?? null) })
  if (before !== stop) await tellSnapshots(tx, shop)
  return because
}

/** Nobody settles it meanwhile. Answers what it still has of the limits; null: there is no such changeset. */
export async function lockShare(tx: Tx, shop: string, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ share: string }[]>`select share from changeset where shop = ${shop} and id = ${id} for update`
  return row?.share ?? null
}

/** Once for each changeset: `share` says whether it still has something to give back. */
export async function giveBack(tx: Tx, shop: string, id: string, has: 'held' | 'used'): Promise<void> {
  if ((await lockShare(tx, shop, id)) !== has) return
  await move(tx, shop, await tx.changeset.update({ where: { shop_id: { shop, id } }, data: { share: 'returned' } }), -1)
}

/** The order shows that it was paid, whatever was said of it before: limits may then be exceeded, because the truth was. */
export async function spendShare(tx: Tx, shop: string, id: string): Promise<void> {
  const share = await lockShare(tx, shop, id)
  if (share === null || share === 'used') return
  const changeset = await tx.changeset.update({ where: { shop_id: { shop, id } }, data: { share: 'used' } })
  if (share === 'returned') await move(tx, shop, changeset, 1)
}

async function move(
  tx: Tx,
  shop: string,
  { offerId, counts, discount }: { offerId: string; counts: boolean; discount: bigint },
  sign: 1 | -1,
) {
  const use = await lockUse(tx, shop, offerId)
  const accepted = Math.max(0, use.accepted + sign * Number(counts))
  // With a share given back there is room again, until the next acceptance says otherwise.
  const stoppedAt = sign > 0 ? use.stoppedAt : null
  await writeUse(tx, shop, offerId, { ...use, accepted, stoppedAt, discount: Math.max(0, use.discount + sign * Number(discount)) })
  await tellSnapshots(tx, shop)
}

async function lockUse(tx: Tx, shop: string, offerId: string): Promise<Use> {
  await tx.$executeRaw`insert into offer_use (shop, offer_id) values (${shop}, ${offerId}) on conflict do nothing`
  const [row] = await tx.$queryRaw<Row[]>`
    select accepted, discount, step_discount as "stepDiscount", stopped_at as "stoppedAt" from offer_use where shop = ${shop} and offer_id = ${offerId} for update`
  return useOf(row!)
}

const writeUse = (tx: Tx, shop: string, offerId: string, { accepted, discount, stepDiscount, stoppedAt = null }: Use) =>
  tx.offerUse.update({ where: { shop_offerId: { shop, offerId } }, data: { accepted, discount, stepDiscount, stoppedAt } })

/** Of one shopper, in how many purchases: what was given back does not count. */
const countByShopper = (tx: Tx, shop: string, offerId: string, customerId: string, since: Date): Promise<number> =>
  tx.changeset.count({ where: { shop, offerId, customerId, counts: true, share: { not: 'returned' }, signedAt: { gte: since } } })

async function tellSnapshots(tx: Tx, shop: string): Promise<void> {
  await tx.shop.update({ where: { shop }, data: { snapshotVersion: { increment: 1 } } })
  await notify(tx, 'snapshot', shop)
}

/** By offer; those without a row have not been accepted yet. */
export async function readUses(shop: string): Promise<Map<string, Use>> {
  const rows = await db.offerUse.findMany({ where: { shop } })
  return new Map(rows.map((row) => [row.offerId, useOf(row)]))
}

export async function readUse(shop: string, offerId: string): Promise<Use> {
  return (await readUses(shop)).get(offerId) ?? { accepted: 0, discount: 0, stepDiscount: 0 }
}
