import type { Tx } from '../db.server.ts'

const key = (shop: string) => `forgetting:${shop}`

/** First in its transaction: whoever is writing of a shopper has finished by then, and whoever comes later finds that she is forgotten. */
export const beginForgetting = (tx: Tx, shop: string) => tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key(shop)}, 0))::text`

/** Until this transaction ends nobody of the shop is forgotten; any number may write meanwhile. */
export const holdForgetting = (tx: Tx, shop: string) =>
  tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended(${key(shop)}, 0))::text`
