import { transact } from '#app/platform/db.server.ts'
import { notify } from '#app/platform/notify.server.ts'

/** Something that offers show has changed elsewhere: the next shopper gets it. */
export const renewSnapshot = (shop: string): Promise<void> =>
  transact(async (tx) => {
    const { count } = await tx.shop.updateMany({ where: { shop }, data: { snapshotVersion: { increment: 1 } } })
    if (count > 0) await notify(tx, 'snapshot', shop)
  })
