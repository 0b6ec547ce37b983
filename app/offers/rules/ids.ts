import { z } from 'zod'

/** What a merchant picked: 1 to 250 things, by Shopify's numeric id as text. */
export const pickedIds = z.array(z.string().regex(/^\d+$/)).min(1).max(250)
