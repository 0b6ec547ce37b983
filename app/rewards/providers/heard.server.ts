import { db } from '../../platform/db.server.ts'

interface Sought {
  productId: string
  orderId: string | null
  customerId: string | null
  email: string | null
}

/** Another way told of a review of this product by this shopper, and the program has decided about it, whatever it decided. */
export async function wasHeardOf(shop: string, { productId, orderId, customerId, email }: Sought): Promise<boolean> {
  const found = await db.reward.findFirst({
    where: {
      shop,
      productId,
      source: { not: 'flow' },
      AND: [
        { OR: [...(customerId ? [{ customerId }] : []), ...(email ? [{ email }] : []), ...(orderId ? [{ orderId }] : [])] },
        ...(orderId ? [{ OR: [{ orderId }, { orderId: null }] }] : []),
      ],
    },
    select: { key: true },
  })
  return found !== null
}
