import type { Records, SimShop } from './model.ts'

export type Kind = keyof Records

export interface Page {
  after?: number // id
  limit: number
  reverse?: boolean
  updatedSince?: string
}

/**
 * The simulator's own database: one table of documents per shop, kind and id. `openStore(url)` makes the tables.
 * Writers use `update` (row lock, so two requests never lose each other's change).
 */
export interface Store {
  shops(): Promise<SimShop[]>
  shop(domainOrHandle: string): Promise<SimShop | null>
  putShop(shop: SimShop): Promise<void>
  get<K extends Kind>(shop: string, kind: K, id: number): Promise<Records[K] | null>
  /** By a unique text key: product/collection handle, customer email, checkout token, order token, discount code (upper case). */
  find<K extends Kind>(shop: string, kind: K, key: string): Promise<Records[K] | null>
  list<K extends Kind>(shop: string, kind: K, page: Page): Promise<Records[K][]>
  count(shop: string, kind: Kind): Promise<number>
  /** Insert or replace many in one statement; for seeding and importing. */
  putMany<K extends Kind>(shop: string, kind: K, records: readonly Records[K][]): Promise<void>
  put<K extends Kind>(shop: string, kind: K, record: Records[K]): Promise<void>
  /** Reads under a row lock, changes, writes; returns what was written, or null where there is none. */
  update<K extends Kind>(shop: string, kind: K, id: number, change: (record: Records[K]) => Records[K] | Promise<Records[K]>): Promise<Records[K] | null>
  remove(shop: string, kind: Kind, id: number): Promise<void>
  /** The next of Shopify's ever-growing ids: unique over all shops and kinds. */
  nextId(): Promise<number>
  nextIds(count: number): Promise<number[]>
  /** Small named values: clock offset, tokens, faults, order number counters. */
  setting<T>(key: string, fallback: T): Promise<T>
  setSetting(key: string, value: unknown): Promise<void>
  reset(): Promise<void>
  close(): Promise<void>
}
