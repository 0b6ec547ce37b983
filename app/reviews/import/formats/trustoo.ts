import type { Format } from '../format.ts'

export const trustoo: Format = {
  name: 'trustoo',
  label: 'Trustoo',
  header: ['product_handle', 'rating', 'author', 'title', 'content', 'author_country', 'author_email', 'commented_at'],
  columns: {
    handle: 'product_handle',
    rating: 'rating',
    author: 'author',
    title: 'title',
    body: 'content',
    country: 'author_country',
    email: 'author_email',
    date: 'commented_at',
    reply: 'reply',
    replyDate: 'reply_at',
    status: 'publish',
    photos: 'photo_url_1',
    photo2: 'photo_url_2',
    photo3: 'photo_url_3',
    photo4: 'photo_url_4',
    photo5: 'photo_url_5',
    video: 'video_url',
  },
}
