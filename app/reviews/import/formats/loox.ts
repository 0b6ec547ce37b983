import type { Format } from '../format.ts'

/** help.loox.io 501000162508; `product_Id` has a capital I, and older files lack half of it. */
export const loox: Format = {
  name: 'loox',
  label: 'Loox import',
  header: ['product_handle', 'rating', 'author', 'email', 'body', 'created_at', 'photo_url'],
  columns: {
    handle: 'product_handle',
    productId: 'product_id',
    rating: 'rating',
    author: 'author',
    email: 'email',
    body: 'body',
    date: 'created_at',
    photos: 'photo_url',
    reply: 'reply',
    replyDate: 'replied_at',
    incentivised: 'incentivized',
  },
}
