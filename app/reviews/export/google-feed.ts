import { gtinIn } from '#app/values/gtin.ts'

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
  /** Asked for after the parcel had arrived, or written by herself; null: not known, as of imports. */
  collected: 'post_fulfillment' | 'unsolicited' | null
  product: { title: string; handle: string; url: string; skus: readonly string[]; barcodes: readonly string[]; brand: string }
}

type Element = { [name: string]: Element | readonly Element[] | string | boolean | number | undefined }

const XML_FORBIDS = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const text = (given: string): string => given.replaceAll(XML_FORBIDS, '').trim()

/** In the order that the schema prescribes (contracts: review-formats, 6). Google takes no review without words, nor of what is not there. */
export function feedElement(review: FeedReview): Element | null {
  const content = text(review.body) || text(review.title)
  const { product } = review
  if (content === '' || product.handle === '') return null
  return {
    review: {
      review_id: review.id,
      reviewer: { name: text(review.author) === '' ? { '@is_anonymous': 'true', '#': 'Anonymous' } : text(review.author) },
      is_verified_purchase: review.verified,
      is_incentivized_review: review.incentivised,
      review_timestamp: review.submittedAt.toISOString(),
      ...(text(review.title) && text(review.body) && { title: text(review.title) }),
      content,
      review_language: review.language.split('-')[0] ?? review.language,
      ...(/^[A-Z]{2}$/.test(review.country ?? '') && { review_country: review.country ?? undefined }),
      review_url: { '@type': 'group', '#': `${product.url}#encore-reviews` },
      ...(review.photos.length > 0 && { reviewer_images: { reviewer_image: review.photos.map((url) => ({ url })) } }),
      ratings: { overall: { '@min': 1, '@max': 5, '#': review.rating } },
      products: {
        product: {
          ...productIds(product),
          ...(text(product.title) && { product_name: text(product.title) }),
          product_url: product.url,
        },
      },
      ...(review.collected && { collection_method: review.collected }),
    },
  }
}

const listed = (values: readonly string[]): never => [...new Set(values)] as never

/** By which Google finds the product: its GTINs, else what the shop itself calls it, which for a maker's own shop is the maker's number. */
function productIds({ skus, barcodes, brand }: FeedReview['product']): Element {
  const gtins = barcodes.flatMap((barcode) => gtinIn(barcode) ?? [])
  const known = skus.map(text).filter((sku) => sku !== '')
  const ids: Element = {
    ...(gtins.length > 0 && { gtins: { gtin: listed(gtins) } }),
    ...(gtins.length === 0 && known.length > 0 && text(brand) && { mpns: { mpn: listed(known) } }),
    ...(known.length > 0 && { skus: { sku: listed(known) } }),
    ...(text(brand) && { brands: { brand: text(brand) } }),
  }
  return Object.keys(ids).length > 0 ? { product_ids: ids } : {}
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
