import type { Format } from '../format.ts'

export const ryviu: Format = {
  name: 'ryviu',
  label: 'Ryviu',
  header: ['product_handle', 'rating', 'author', 'title', 'body_text', 'email', 'photo_urls', 'created_at', 'status', 'featured'],
  columns: {
    handle: 'product_handle',
    rating: 'rating',
    author: 'author',
    title: 'title',
    body: 'body_text',
    email: 'email',
    photos: 'photo_urls',
    date: 'created_at',
    status: 'status',
  },
}
