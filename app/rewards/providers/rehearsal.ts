/** A test of our own goes through the same door as every event, and is known by this alone; it tells of no review. */
export const rehearsal = (id: string, shop: string) => ({ encore_test: id, shopify_domain: shop, action_run_id: id })

export const isRehearsal = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'encore_test' in body && typeof body.encore_test === 'string'

/** What came of it. `refused`: the door found a fault with the key, which the page explains by itself. */
export type Rehearsed = 'arrived' | 'refused' | 'unreachable'
