import type { ReviewApp } from '../apps.ts'
import { pictures } from '../played.ts'
import { keyFor, svix } from '../signing.ts'
import { SVIX_RETRIES } from './retries.ts'

const TOPICS = { created: 'create', updated: 'update', deleted: 'delete' } as const
const media = (url: string, type: 'image' | 'video') => ({ streamId: url, type, fullSizeUrl: url, largeUrl: url, thumbnailUrl: url })

export const okendo: ReviewApp = {
  label: 'Okendo',
  note: 'Signs through Svix; an answer within 15 seconds; the order of events is not promised.',
  keys: (shop) => ({ secret: `whsec_${Buffer.from(keyFor(shop, 'okendo', 'webhook')).toString('base64')}` }),
  payload: (review) => ({
    topic: TOPICS[review.event],
    resourceType: 'review',
    version: '2025-02-01',
    sequenceNumber: `018f${Date.parse(review.updatedAt).toString(16)}`,
    resource: {
      subscriberId: keyFor(review.shop, 'okendo', 'subscriber'),
      reviewId: `okendo-${review.id}`,
      productId: `shopify-${review.product.id}`,
      variantId: null,
      rating: review.rating,
      title: review.title,
      body: review.text,
      dateCreated: review.writtenAt,
      status: review.oddity === 'spam' ? 'spam' : 'pending',
      isRecommended: true,
      isIncentivized: review.oddity === 'rewarded',
      ...(review.oddity === 'rewarded' && { achievedReward: 'coupon' }),
      ...(review.oddity === 'import' && { source: 'import' }),
      containsProfanity: false,
      helpfulCount: 0,
      attributesWithRating: [{ title: 'Sizing', type: 'centered-range', minLabel: 'Small', midLabel: 'OK', maxLabel: 'Big', value: 1 }],
      media: [
        ...pictures(review.photos).map((url) => media(url, 'image')),
        ...pictures(review.videos, 'mp4').map((url) => media(url, 'video')),
      ],
      reviewer: { displayName: review.author, email: review.email, isVerified: true },
    },
  }),
  seal: ({ body, secret, deliveryId, now }) => {
    const seconds = Math.floor(now.getTime() / 1_000)
    return {
      headers: {
        'svix-id': `msg_${deliveryId}`,
        'svix-timestamp': String(seconds),
        'svix-signature': svix(secret, `msg_${deliveryId}`, seconds, body),
      },
    }
  },
  timeoutMs: 15_000,
  retries: SVIX_RETRIES,
  oddities: ['rewarded', 'import', 'spam'],
}
