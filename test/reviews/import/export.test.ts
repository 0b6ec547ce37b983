import { convert } from 'xmlbuilder2'
import { beforeAll, expect, test } from 'vitest'
import { feedRoutes } from '#app/endpoints/feeds.ts'
import { db } from '#app/platform/db.server.ts'
import { exportReviews, feedAddress } from '#app/reviews/export/export.server.ts'
import { mappingOf, recognise } from '#app/reviews/import/formats.ts'
import { readRecords } from '#app/reviews/import/read-file.server.ts'
import { gtinIn } from '#app/values/gtin.ts'
import { readRow } from '#app/reviews/import/row.ts'
import { useDatabase } from '#test/platform/world.ts'
import { feedFaults } from './feed-schema.ts'
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
  const rows = lines.map((line) => readRow(line, mappingOf(recognise(header)!, header), { order: null, timeZone: 'UTC', now: new Date() }))
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

const feed = async (shop: string) => (await feedRoutes.request(new URL(feedAddress(shop)).pathname.replace('/feeds', ''))).text()

test('nothing in it breaks a rule of the schema, and what does is found', async () => {
  const xml = await feed(SHOP)
  expect(feedFaults(xml)).toEqual([])
  expect(feedFaults(xml.replace('<content>', '<pros/><content>'))).not.toEqual([])
  expect(feedFaults(xml.replace(/<review_url type="group">[^<]*/, '<review_url type="page">x'))).toHaveLength(2)
  expect(feedFaults(xml.replaceAll(/<review_id>[^<]*/g, '<review_id>1'))).toEqual(['two reviews have one id'])
})

test('a shop without reviews has a feed without a list', async () => {
  await db.shop.create({ data: { shop: 'empty.myshopify.com' } })
  const xml = await feed('empty.myshopify.com')
  expect([xml.includes('reviews>'), feedFaults(xml)]).toEqual([false, []])
})

test('products are named by GTIN where the barcode is one, else by SKU and vendor', async () => {
  const variant = { shop: SHOP, title: '', price: 1n, inventoryItemId: '1', updatedAt: new Date() }
  for (const [id, productId, sku, barcode] of [
    ['1', '11', 'P-1', '4006381333931'],
    ['2', '11', 'P-2', 'shelf 12'],
    ['3', '12', 'C-1', '2000000000008'],
  ] as const)
    await db.variant.create({ data: { ...variant, id, productId, sku, barcode } })
  await db.product.create({
    data: { shop: SHOP, id: '12', title: 'Case', handle: 'case', status: 'active', vendor: 'Aurora', updatedAt: new Date() },
  })
  await addReview(SHOP, '12', { body: 'Fits' })
  const xml = await feed(SHOP)
  expect(feedFaults(xml)).toEqual([])
  expect(xml).toContain(
    '<gtins><gtin>4006381333931</gtin></gtins><skus><sku>P-1</sku><sku>P-2</sku></skus><brands><brand>Aurora</brand></brands>',
  )
  expect(xml).toContain('<mpns><mpn>C-1</mpn></mpns><skus><sku>C-1</sku></skus><brands><brand>Aurora</brand></brands>')
})

test.each([
  ['an EAN', '4006381333931', '4006381333931'],
  ['a UPC, as it is printed', '0 36000 29145 2', '036000291452'],
  ['an EAN-8', '73513537', '73513537'],
  ['a GTIN-14', '10012345678902', '10012345678902'],
  ['a wrong check digit', '4006381333932', null],
  ['a number of the shop’s own', '2000000000008', null],
  ['words', 'shelf 12', null],
  ['nothing', '', null],
])('%s is or is not a GTIN', (_, barcode, gtin) => expect(gtinIn(barcode)).toBe(gtin))

test('a guessed address finds nothing', async () => {
  expect((await feedRoutes.request(`/${SHOP}/${'x'.repeat(43)}/google-reviews.xml`)).status).toBe(404)
  const other = new URL(feedAddress('other.myshopify.com')).pathname.split('/')[3]
  expect((await feedRoutes.request(`/${SHOP}/${other}/google-reviews.xml`)).status).toBe(404)
})
