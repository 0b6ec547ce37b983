/** Who reviewed what, as somebody else names them; whatever is null was not said. */
export interface SoughtReview {
  productId: string
  orderId: string | null
  customerId: string | null
  email: string | null
}

/** The condition for rows about a review of this product by this shopper, of that order where both know one. */
export const isSought = ({ productId, orderId, customerId, email }: SoughtReview) => ({
  productId,
  AND: [
    { OR: [...(customerId ? [{ customerId }] : []), ...(email ? [{ email }] : []), ...(orderId ? [{ orderId }] : [])] },
    ...(orderId ? [{ OR: [{ orderId }, { orderId: null }] }] : []),
  ],
})
