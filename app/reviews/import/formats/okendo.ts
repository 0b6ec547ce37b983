import type { Format } from '../format.ts'

/** support.okendo.io 2057320; one of handle, productId and sku is there. */
export const okendo: Format = {
  name: 'okendo',
  label: 'Okendo',
  header: ['name', 'body', 'handle', 'productid', 'rating', 'sku', 'datecreated', 'isincentivized'],
  columns: {
    author: 'name',
    body: 'body',
    handle: 'handle',
    productId: 'productid',
    rating: 'rating',
    sku: 'sku',
    date: 'datecreated',
    country: 'countrycode',
    email: 'email',
    photos: 'imageurls',
    incentivised: 'isincentivized',
    recommends: 'isrecommended',
    reply: 'reply',
    replyDate: 'replydatecreated',
    title: 'title',
    video: 'videourls',
    status: 'status',
    approved: 'isapproved',
  },
}
