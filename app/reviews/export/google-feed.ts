/** A review as Google's product review feed 2.4 wants it. */
export interface FeedReview {
  id: string
  author: string
  verified: boolean
  incentivised: boolean
  submittedAt: Date
  title: string
  body: string
  language: string
  country: string | null
  rating: number
  photos: readonly string[]
  /** Asked for after the parcel had arrived. */
  requested: boolean
  product: { title: string; url: string; skus: readonly string[]; brand: string }
}

type Element = { [name: string]: Element | readonly Element[] | string | boolean | number | undefined }

const XML_FORBIDS = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const text = (given: string): string => given.replaceAll(XML_FORBIDS, '').trim()

/** In the order that the schema prescribes (contracts: review-formats, 6). Google takes no review without words. */
export function feedElement(review: FeedReview): Element | null {
  const content = text(review.body) || text(review.title)
  if (content === '') return null
  const { product } = review
  return {
    review: {
      review_id: review.id,
      reviewer: { name: text(review.author) === '' ? { '@is_anonymous': 'true', '#': 'Anonymous' } : text(review.author) },
      is_verified_purchase: review.verified,
      is_incentivized_review: review.incentivised,
      review_timestamp: review.submittedAt.toISOString(),
      ...(text(review.title) && text(review.body) && { title: text(review.title) }),
      content,
      review_language: review.language,
      ...(review.country && { review_country: review.country }),
      review_url: { '@type': 'group', '#': `${product.url}#encore-reviews` },
      ...(review.photos.length > 0 && { reviewer_images: { reviewer_image: review.photos.map((url) => ({ url })) } }),
      ratings: { overall: { '@min': 1, '@max': 5, '#': review.rating } },
      products: {
        product: {
          product_ids: {
            ...(product.skus.length > 0 && { skus: { sku: [...product.skus] as never } }),
            ...(text(product.brand) && { brands: { brand: text(product.brand) } }),
          },
          product_name: text(product.title),
          product_url: product.url,
        },
      },
      ...(review.requested && { collection_method: 'post_fulfillment' }),
    },
  }
}

/** What stands before and after the reviews; they are written one by one between the two. */
export const feedFrame = (publisher: string): Element => ({
  feed: {
    '@xmlns:vc': 'http://www.w3.org/2007/XMLSchema-versioning',
    '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    '@xsi:noNamespaceSchemaLocation': 'http://www.google.com/shopping/reviews/schema/product/2.4/product_reviews.xsd',
    version: '2.4',
    publisher: { name: text(publisher) || 'Shop' },
    reviews: {},
  },
})
