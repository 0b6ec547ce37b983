import type { Format } from '../format.ts'

export const looxExport: Format = {
  name: 'loox-export',
  label: 'Loox export',
  header: ['id', 'status', 'rating', 'nickname', 'review', 'date', 'productid', 'handle', 'img'],
  columns: {
    status: 'status',
    rating: 'rating',
    email: 'email',
    author: 'nickname',
    body: 'review',
    date: 'date',
    productId: 'productid',
    handle: 'handle',
    photos: 'img',
  },
}
