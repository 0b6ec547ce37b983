import { db } from '#app/platform/db.server.ts'

/** Which of the changesets are lines of an order, as far as the orders that reached us show. */
export async function readClaimed(shop: string, changesetIds: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { shop, changesetId: { in: [...changesetIds] } }
  const rows = await db.earning.findMany({ where, select: { changesetId: true }, distinct: ['changesetId'] })
  return new Set(rows.map(({ changesetId }) => changesetId))
}
