import type { Format } from '../format.ts'

export const shopifyReviews: Format = {
  name: 'shopify-reviews',
  label: 'Shopify Product Reviews',
  header: ['product_handle', 'state', 'rating', 'title', 'author', 'email', 'location', 'body', 'reply', 'created_at', 'replied_at'],
  columns: {
    handle: 'product_handle',
    status: 'state',
    rating: 'rating',
    title: 'title',
    author: 'author',
    email: 'email',
    country: 'location',
    body: 'body',
    reply: 'reply',
    date: 'created_at',
    replyDate: 'replied_at',
  },
}
