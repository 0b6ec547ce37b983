import type { ReviewApp } from '../apps.ts'
import { pictures } from '../played.ts'
import { keyFor } from '../signing.ts'
import { ASSUMED_RETRIES, ASSUMED_TIMEOUT } from './retries.ts'

const orNull = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null)

export const stamped: ReviewApp = {
  label: 'Stamped',
  note: 'Sends its secret as it is, in a header. Dates have no zone. Deletions are not told.',
  keys: (shop) => ({ secret: keyFor(shop, 'stamped', 'secret') }),
  payload: (review) =>
    review.event === 'deleted'
      ? null
      : {
          id: review.id,
          customerEmail: review.email,
          author: review.author,
          reviewTitle: review.title,
          reviewMessage: review.text,
          reviewRating: review.rating,
          reviewDate: null,
          reviewUserPhotos: orNull(pictures(review.photos)),
          reviewUserVideos: orNull(pictures(review.videos, 'mp4')),
          reviewVerifiedType: 2,
          reviewReply: null,
          reviewReplyDate: null,
          productId: review.product.id,
          productName: review.product.title,
          productSKU: null,
          productUrl: `https://${review.shop}/products/${review.product.handle}`,
          location: '',
          reviewVotesUp: 0,
          reviewVotesDown: 0,
          userReference: null,
          dateCreated: review.writtenAt.replace('Z', ''),
          dateReplied: null,
          reviewType: 1,
          widgetType: null,
          reviewOptionsList: [],
        },
  seal: ({ secret, shop, event }) => ({
    headers: {
      'X-Secret-Key': secret,
      'X-Stamped-Webhook-Secret': secret,
      'X-Stamped-Store-Url': shop.domain,
      'X-Shopify-Shop-ID': String(shop.id),
      'X-Stamped-Topic': `reviews/${event}`,
    },
  }),
  timeoutMs: ASSUMED_TIMEOUT,
  retries: ASSUMED_RETRIES,
  oddities: [],
}
