import { convert } from 'xmlbuilder2'
import { beforeAll, expect, test } from 'vitest'
import { feedRoutes } from '#app/endpoints/feeds.ts'
import { db } from '#app/platform/db.server.ts'
import { exportReviews, feedAddress } from '#app/reviews/export/export.server.ts'
import { mappingOf, recognise } from '#app/reviews/import/formats.ts'
import { readRecords } from '#app/reviews/import/read-file.server.ts'
import { readRow } from '#app/reviews/import/row.ts'
import { useDatabase } from '#test/platform/world.ts'
import { addReview } from '../display/world.ts'

await useDatabase('reviews_export')
const SHOP = 'aurora.myshopify.com'

beforeAll(async () => {
  await db.shop.create({ data: { shop: SHOP, name: 'Aurora & Co' } })
  const product = { title: 'Phone <9>', handle: 'phone', status: 'active', vendor: 'Aurora', updatedAt: new Date() }
  await db.product.create({ data: { shop: SHOP, id: '11', ...product } })
  await addReview(SHOP, '11', {
    rating: 2,
    title: '=SUM(A1)',
    body: 'Bad\u0001 & <ugly>',
    incentive: '10% off',
    reply: 'Sorry',
    repliedAt: new Date(),
  })
  await addReview(SHOP, '11', { verified: true, author: '', requestId: 'q1', country: 'DE' })
  await addReview(SHOP, '11', { state: 'hidden', hiddenFor: 'spam' })
  await addReview(SHOP, '11', { body: '', title: '' })
  await addReview('other.myshopify.com', '11', { body: 'Nobody else’s' })
})

const read = async (name: 'encore' | 'judge-me') => {
  const records: string[][] = []
  for await (const record of readRecords(exportReviews(SHOP, name) as unknown as AsyncIterable<Uint8Array>)) records.push(record)
  return records
}

test.each(['encore', 'judge-me-export'] as const)('the %s file can be brought back', async (format) => {
  const [header = [], ...lines] = await read(format === 'encore' ? 'encore' : 'judge-me')
  expect(recognise(header)?.name).toBe(format)
  expect(lines).toHaveLength(4)
  const rows = lines.map((line) => readRow(line, mappingOf(recognise(header)!, header), null))
  expect(rows[0]).toMatchObject({ ok: true, value: { rating: 2, reply: 'Sorry', incentivised: format === 'encore', published: true } })
  expect(JSON.stringify(lines)).toContain("'=SUM(A1)")
  expect(JSON.stringify(lines)).not.toContain('Nobody')
})

/** The sequence that Google's schema 2.4 prescribes, and what it cannot do without. */
const ORDER =
  'review_id reviewer is_verified_purchase is_incentivized_review review_timestamp title content review_language review_country pros cons review_url reviewer_images ratings products is_spam collection_method transaction_id'.split(
    ' ',
  )
const NEEDED = ['review_id', 'reviewer', 'review_timestamp', 'content', 'review_url', 'ratings', 'products']

test('the feed for Google is whole, in its order, and says which review was rewarded', async () => {
  const address = new URL(feedAddress(SHOP)).pathname.replace('/feeds', '')
  const xml = await (await feedRoutes.request(address)).text()
  const { feed } = convert(xml, { format: 'object', group: false }) as {
    feed: { version: string; publisher: object; reviews: { review: Record<string, unknown>[] } }
  }
  expect(Object.keys(feed).filter((key) => !key.startsWith('@'))).toEqual(['version', 'publisher', 'reviews'])
  expect(feed.version).toBe('2.4')
  const { review: reviews } = feed.reviews
  expect(reviews).toHaveLength(2)
  for (const review of reviews) {
    const names = Object.keys(review)
    expect(names).toEqual(ORDER.filter((name) => names.includes(name)))
    expect(NEEDED.filter((name) => !names.includes(name))).toEqual([])
    expect(String(review['review_timestamp'])).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  }
  expect(reviews[0]).toMatchObject({
    is_incentivized_review: 'true',
    content: 'Bad &amp; &lt;ugly&gt;',
    ratings: { overall: { '@min': '1', '@max': '5', '#': '2' } },
  })
  expect(reviews[1]).toMatchObject({
    is_incentivized_review: 'false',
    is_verified_purchase: 'true',
    reviewer: { name: { '@is_anonymous': 'true' } },
    collection_method: 'post_fulfillment',
  })
})

test('a guessed address finds nothing', async () => {
  expect((await feedRoutes.request(`/${SHOP}/${'x'.repeat(43)}/google-reviews.xml`)).status).toBe(404)
  const other = new URL(feedAddress('other.myshopify.com')).pathname.split('/')[3]
  expect((await feedRoutes.request(`/${SHOP}/${other}/google-reviews.xml`)).status).toBe(404)
})
