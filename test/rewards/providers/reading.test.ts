import { expect, test } from 'vitest'
import { parseExactly } from '#app/platform/inbox.ts'
import { providers } from '#app/rewards/providers/providers.ts'
import type { ProviderName } from '#app/rewards/providers/provider.ts'
import { APPS } from '../../simulator/providers/apps.ts'
import { feraReview } from '../../simulator/providers/apps/fera.ts'
import { yotpo2018, yotpoReview } from '../../simulator/providers/apps/yotpo.ts'
import type { PlayedReview } from '../../simulator/providers/played.ts'
import { bodyOf, played } from './stage.ts'

const read = (provider: ProviderName, body: string | object) =>
  providers[provider].read(parseExactly(typeof body === 'string' ? body : JSON.stringify(body)))

const NAMED = ['judgeme', 'okendo', 'yotpo', 'stamped', 'trustoo', 'loox', 'generic', 'flow'] as const

test.each(NAMED)('%s: who reviewed which product, and with how much', (provider) => {
  const [told] = read(provider, bodyOf(provider))
  expect(told).toMatchObject({
    product: { id: '8123' },
    email: 'ann@example.com',
    photos: provider === 'loox' ? 1 : 2,
    videos: 0,
    never: null,
    deleted: false,
  })
  expect(JSON.stringify(told)).not.toMatch(/rating|score|Soft/)
})

test('REVIEWS.io names the product by its SKU, Fera only by ids of its own', () => {
  expect(read('reviewsio', bodyOf('reviewsio'))[0]).toMatchObject({ product: { sku: 'LAMP-1' }, email: 'ann@example.com', photos: 2 })
  expect(read('fera', bodyOf('fera'))[0]).toMatchObject({ product: { id: null }, email: null })
})

test('what Yotpo and Fera are asked back for fills the gaps', () => {
  const yotpo = providers.yotpo.fetchBack!.read({ response: { review: yotpoReview(played('yotpo', { orderId: 5001 })) } })
  expect(yotpo).toMatchObject({ product: { id: '8123' }, order: '5001', email: 'ann@example.com', photos: 2 })
  const fera = providers.fera.fetchBack!.read(feraReview(played('fera', { orderId: 5001, customerId: 9 })))
  expect(fera).toMatchObject({ product: { id: '8123' }, order: '5001', customerId: '9', email: 'ann@example.com', photos: 2 })
  expect(providers.yotpo.fetchBack!.read({ response: { review: null } })).toBeNull()
})

test('Yotpo’s payload of 2018, all strings, says the same', () => {
  expect(read('yotpo', yotpo2018(played('yotpo', { orderId: 5001 })))[0]).toMatchObject({
    product: { id: '8123' },
    order: '5001',
    email: 'ann@example.com',
    deleted: false,
  })
})

const never = (provider: ProviderName, oddity: PlayedReview['oddity']) => read(provider, bodyOf(provider, { oddity }))[0]?.never

test.each([
  ['judgeme', 'admin', 'made-in-admin'],
  ['judgeme', 'import', 'import'],
  ['judgeme', 'spam', 'spam'],
  ['okendo', 'rewarded', 'rewarded-elsewhere'],
  ['okendo', 'import', 'import'],
  ['yotpo', 'admin', 'insider'],
  ['yotpo', 'import', 'import'],
  ['fera', 'test', 'test'],
  ['fera', 'of-the-shop', 'of-the-shop'],
  ['reviewsio', 'of-the-shop', 'of-the-shop'],
  ['trustoo', 'import', 'import'],
  ['trustoo', 'admin', 'made-in-admin'],
  ['generic', 'test', 'test'],
  ['generic', 'rewarded', 'rewarded-elsewhere'],
] as const)('%s: a review that is %s is never paid', (provider, oddity, because) => expect(never(provider, oddity)).toBe(because))

test.each(Object.keys(APPS).filter((name) => APPS[name]!.payload(played(name, { event: 'deleted' })) !== null && name !== 'fera'))(
  '%s: a deleted review is known as such',
  (provider) => expect(read(provider as ProviderName, bodyOf(provider, { event: 'deleted' }))[0]?.deleted).toBe(true),
)

test('Trustoo sends several at once, Okendo other things than reviews', () => {
  const list = [1, 2, 3].map((id) => ({ id, product_id: 8123, author_email: 'a@b.c' }))
  expect(read('trustoo', { list }).map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(read('okendo', { topic: 'create', resourceType: 'referral', resource: { reviewId: 'x' } })).toEqual([])
  expect(read('okendo', { topic: 'review.create', resource: { reviewId: 'x', productId: 'shopify-1' } })).toHaveLength(1)
})

test('Shopify’s own metaobject names product, order and customer', () => {
  const fields = {
    rating: '{"value":"4.0","scale_min":"1.0","scale_max":"5.0"}',
    submitted_at: '2026-05-01T10:00:00Z',
    source: 'email',
    product: 'gid://shopify/Product/8123',
    order: 'gid://shopify/Order/5001',
    author: 'gid://shopify/Customer/9',
    media_urls: '["https://a.example/a.jpg","https://a.example/b.mp4"]',
  }
  expect(read('shopify', { id: 'gid://shopify/Metaobject/77', type: 'product_review', handle: 'r-77', fields })[0]).toMatchObject({
    id: '77',
    product: { id: '8123' },
    order: '5001',
    customerId: '9',
    photos: 1,
    videos: 1,
    submittedAt: new Date('2026-05-01T10:00:00Z'),
  })
})

test.each(Object.keys(APPS) as ProviderName[])('%s: what is not its own throws', (provider) => {
  expect(() => read(provider, { id: null, event: 7 }).length > 0 || fail()).toThrow()
})
const fail = () => {
  throw new Error('it was read as no review')
}
