import type { Format } from '../format.ts'

export const yotpo: Format = {
  name: 'yotpo',
  label: 'Yotpo',
  header: ['review title', 'review content', 'review score', 'date', 'product id'],
  columns: {
    title: 'review title',
    body: 'review content',
    rating: 'review score',
    date: 'date',
    productId: 'product id',
    productUrl: 'product url',
    author: 'display name',
    email: 'email',
    country: 'customer country',
  },
}
