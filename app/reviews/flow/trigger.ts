/** The folder of the extension is its handle, which never changes once it was deployed. */
export const TRIGGER = 'flow-review-received'

/** How Encore's own reviews are called in Flow, so that Encore's action knows them again. */
export const FLOW_PREFIX = 'encore-'

interface Told {
  id: string
  productId: string
  customerId: string | null
  orderId: string | null
  rating: number
  title: string
  body: string
  author: string
  language: string
  state: string
  verified: boolean
  photos: number
  videos: number
}

/** What a workflow reads of a review: the extension's fields by name, and ids as the numbers that Flow looks the things up by. */
export function triggerPayload(review: Told): Record<string, string | number | boolean> {
  const { customerId, orderId } = review
  return {
    product_id: Number(review.productId),
    ...(customerId ? { customer_id: Number(customerId) } : {}),
    ...(orderId ? { order_id: Number(orderId) } : {}),
    'Review id': `${FLOW_PREFIX}${review.id}`,
    Rating: review.rating,
    Title: review.title,
    Text: review.body,
    Author: review.author,
    Language: review.language,
    State: review.state,
    'Verified buyer': review.verified,
    Photos: review.photos,
    Videos: review.videos,
  }
}
