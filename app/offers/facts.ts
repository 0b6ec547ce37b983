import { z } from 'zod'
import type { Truth } from './truth.ts'

const id = z.string().regex(/^\d+$/)
const count = z.number().int().nonnegative()

export const PurchasedLine = z.object({ productId: id, variantId: id, quantity: count, total: count })
export type PurchasedLine = z.infer<typeof PurchasedLine>

/**
 * What is known of one purchase when an offer is chosen for it. Kept with the placement so that every verdict can be recomputed:
 * it therefore holds no name of a shopper, and of the collections only those that a rule named at that time.
 */
export const Facts = z.object({
  lines: z.array(PurchasedLine),
  total: count.nullable(), // minor units of the shop's currency, tax and shipping included; null: another currency, so not known
  country: z.string().nullable(), // ISO 3166, where it is shipped to
  // Orders of this shopper before this one, as bounds: our copies of the order and of the customer's counter arrive apart.
  earlierOrders: z.object({ atLeast: count, atMost: count.nullable() }).nullable(), // null: a guest, or nothing is known of her
  collections: z.array(id), // named by a rule and holding a product of the purchase
  unknownCollections: z.array(id), // named by a rule but missing in our mirror
})
export type Facts = z.infer<typeof Facts>

/** What an order count can be said of: at least `count` earlier orders? */
export function hasEarlierOrders(facts: Facts, least: number): Truth {
  if (!facts.earlierOrders) return 'unknown'
  const { atLeast, atMost } = facts.earlierOrders
  if (atLeast >= least) return true
  return atMost !== null && atMost < least ? false : 'unknown'
}

/** What a purchase can be looked up by: rules that name one of these are found without asking the others. */
export const KEYS = ['product', 'variant', 'collection', 'country'] as const
export type Key = (typeof KEYS)[number]

export function eachKey({ lines, collections, country }: Facts, visit: (key: Key, value: string) => void): void {
  for (const { productId, variantId } of lines) {
    visit('product', productId)
    visit('variant', variantId)
  }
  for (const collection of collections) visit('collection', collection)
  if (country) visit('country', country)
}
