import type { Format } from '../format.ts'

/** judge.me/help 8415368; the template's dates are dd/mm/yyyy, but files in the wild have both. */
export const judgeMe: Format = {
  name: 'judge-me',
  label: 'Judge.me import template',
  header: [
    'title',
    'body',
    'rating',
    'review_date',
    'reviewer_name',
    'reviewer_email',
    'product_id',
    'product_handle',
    'reply',
    'picture_urls',
  ],
  columns: {
    title: 'title',
    body: 'body',
    rating: 'rating',
    date: 'review_date',
    author: 'reviewer_name',
    email: 'reviewer_email',
    productId: 'product_id',
    handle: 'product_handle',
    reply: 'reply',
    photos: 'picture_urls',
    status: 'curated',
    productUrl: 'product_url',
  },
}
