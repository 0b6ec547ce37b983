import { z } from 'zod'

/** One thing that a message offers. Amounts are minor units of the offer's currency, for one piece. */
export const OfferedItem = z.object({
  productId: z.string(),
  variantId: z.string(),
  quantity: z.number().int().positive(),
  title: z.string(),
  imageUrl: z.string().nullable(),
  price: z.number(), // after the discount
  was: z.number(), // before it
  praise: z.array(z.string()).default([]), // what other buyers say of it
})
export type OfferedItem = z.infer<typeof OfferedItem>

/** What a message offered, as it was when it was written: the link sells this and nothing else. */
export const Offered = z.object({
  items: z.array(OfferedItem).min(1),
  /** `one`: each has a link of its own; `all`: one link sells them together. */
  take: z.enum(['all', 'one']),
  percent: z.number(), // off each; 0: nothing, or an amount
  currency: z.string().nullable(), // that she pays in; null: only the checkout can tell the prices
  /** The placement of the offers engine; null: what goes with the order was chosen. */
  placementId: z.string().nullable(),
  offerId: z.string().nullable(),
  stepId: z.string().nullable(),
  /** It was promised to travel with the order, as long as that has not left. */
  together: z.boolean(),
  /** What she kept of the order when it was chosen: it goes with this. Empty: written before that was noted. */
  goesWith: z.array(z.string()).default([]),
  /** The merchant's own words of the offer, in her language. */
  headline: z.string(),
  body: z.string(),
})
export type Offered = z.infer<typeof Offered>

/** What was chosen, before it is known how it travels. */
export type Chosen = Omit<Offered, 'together' | 'goesWith'>

export const readOffered = (stored: unknown): Offered | null => Offered.safeParse(stored).data ?? null
