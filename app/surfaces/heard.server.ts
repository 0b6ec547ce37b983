import { db } from '#app/platform/db.server.ts'

/** Whether Shopify's page after payment has ever asked for this shop: only then was Encore picked in the checkout settings. */
export const wasEverAsked = async (shop: string): Promise<boolean> =>
  (await db.placement.findFirst({ where: { shop }, select: { id: true } })) !== null
