import type { Format } from '../format.ts'

/** stampedsupport 8839367004443. */
export const stamped: Format = {
  name: 'stamped',
  label: 'Stamped',
  header: ['product_id', 'producturl', 'rating', 'author', 'body', 'created_at'],
  columns: {
    productId: 'product_id',
    productUrl: 'producturl',
    rating: 'rating',
    title: 'title',
    author: 'author',
    email: 'email',
    body: 'body',
    date: 'created_at',
    photos: 'photos',
    video: 'video',
  },
}
