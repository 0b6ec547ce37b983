import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { DAYS, later, MINUTES } from '#app/values/time.ts'
import { giveBack, useUp } from './use.server.ts'

/** Which of the changesets are lines of an order, as far as we were told. */
export type InOrders = (shop: string, changesetIds: readonly string[]) => Promise<ReadonlySet<string>>

// Shopify holds an order for an hour while the page after payment may be open; nothing is added to it later.
const HOLD = 60 * MINUTES
const WEBHOOKS_MAY_BE_LATE = 3 * DAYS
const MOST_AT_ONCE = 1_000

/** Settles what each acceptance took of its offer's limits: by what the orders show, or by their silence. */
export const settleShares = (inOrders: InOrders) => async (): Promise<void> => {
  const at = now()
  const open = await db.changeset.findMany({
    where: {
      OR: [
        { share: 'held', expiresAt: null, signedAt: { lt: later(at, -HOLD) } },
        { share: 'held', expiresAt: { lt: later(at, -HOLD) } },
        { share: 'returned', signedAt: { gt: later(at, -WEBHOOKS_MAY_BE_LATE) } },
      ],
    },
    select: { shop: true, id: true, share: true },
    orderBy: { signedAt: 'asc' },
    take: MOST_AT_ONCE,
  })
  for (const [shop, changesets] of Map.groupBy(open, (changeset) => changeset.shop)) {
    const found = await inOrders(
      shop,
      changesets.map(({ id }) => id),
    )
    for (const { id, share } of changesets)
      if (found.has(id)) await transact((tx) => useUp(tx, shop, id))
      else if (share === 'held') await transact((tx) => giveBack(tx, shop, id))
  }
}
