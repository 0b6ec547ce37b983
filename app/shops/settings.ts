import { z } from 'zod'

/** What the merchant decides for the whole shop. */
export const ShopSettings = z.object({
  // How long the extension waits for our answer: Shopify's own limit is not published, and past it the page is skipped.
  limitMs: z
    .number({ error: 'Enter a whole number from 300 to 2,000' })
    .int('Enter a whole number from 300 to 2,000')
    .min(300, 'Enter at least 300')
    .max(2_000, 'Enter at most 2,000')
    .default(1_000),
  fallbackOfferId: z.string().min(1).max(40).nullable().default(null),
})
export type ShopSettings = z.infer<typeof ShopSettings>
