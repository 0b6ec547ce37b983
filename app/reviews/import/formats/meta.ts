import type { Format } from '../format.ts'

/** developers.facebook.com, feed-schema-csv. */
export const meta: Format = {
  name: 'meta',
  label: 'Meta shops',
  header: ['reviewid', 'rating', 'title', 'content', 'created_at', 'incentivized'],
  columns: {
    rating: 'rating',
    title: 'title',
    body: 'content',
    date: 'created_at',
    photos: 'review_image_urls',
    incentivised: 'incentivized',
    author: 'reviewer.name',
    productUrl: 'product.url',
    sku: 'product.sku',
    country: 'country',
  },
}
