import { db, type Tx } from '#app/platform/db.server.ts'

/**
 * Which of the changesets are lines of an order, as far as the orders that reached us show. One that was cancelled before anything of it left
 * is as good as none.
 */
export async function readClaimed(shop: string, changesetIds: readonly string[], tx: Tx = db): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct e.changeset_id as id from earning e left join "order" o on o.shop = e.shop and o.id = e.order_id
    where e.shop = ${shop} and e.changeset_id = any(${[...changesetIds]}::text[]) and not (o.cancelled_at is not null
      and not exists (select from fulfillment f where f.shop = o.shop and f.order_id = o.id and f.status = 'success'))`
  return new Set(rows.map(({ id }) => id))
}

/** The changesets that an order has lines of, whatever became of it. */
export async function readChangesetsOf(shop: string, orderId: string): Promise<string[]> {
  const rows = await db.earning.findMany({ where: { shop, orderId }, select: { changesetId: true }, distinct: ['changesetId'] })
  return rows.map(({ changesetId }) => changesetId)
}
