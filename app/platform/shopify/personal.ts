import type { Tx } from '../db.server.ts'

/** Who a privacy request of Shopify's is about. */
export interface Person {
  shop: string
  customerId: string
  orderIds: readonly string[]
}

/** What one part of Encore holds about a shopper. */
export interface PersonalRecords {
  collect(tx: Tx, person: Person): Promise<unknown>
  /** Answers how many rows it deleted or made anonymous. */
  redact(tx: Tx, person: Person): Promise<number>
}
