import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { showReviews } from '#app/reviews/display/show.server.ts'
import { saveDisplaySettings } from '#app/reviews/display/settings.server.ts'
import { useSimulator } from '#test/catalog/simulated.ts'
import { useDatabase } from '#test/platform/world.ts'
import { addReview, changed, serveProxy, visitShop } from './world.ts'

await useDatabase('reviews_display')
const { simulator, port, install } = await useSimulator('reviews_display_shopify', await serveProxy())
const SHOP = 'aurora.myshopify.com'
const visit = visitShop(port, 'aurora')
const { store } = simulator

const [first, second, third] = await store.list(SHOP, 'product', { limit: 3 })
if (!first || !second || !third) throw new Error('The seed has no products')
const idOf = (product: { id: number }) => String(product.id)
const pageOf = (product: { handle: string }, cookie?: string) => visit(`/products/${product.handle}`, cookie)
const entries = () => store.list(SHOP, 'metaobject', { limit: 1_000 })
const metafields = async (id: number) =>
  Object.fromEntries((await store.get(SHOP, 'product', id))?.metafields.map(({ key, value }) => [key, value]) ?? [])

beforeAll(async () => {
  await install(SHOP)
  for (const { id, title, handle } of [first, second, third])
    await db.product.create({ data: { shop: SHOP, id: String(id), title, handle, status: 'active', updatedAt: new Date() } })
})

describe('a published review', () => {
  test('stands on the product page with its marks, in HTML that needs no script', async () => {
    await addReview(SHOP, idOf(first), { rating: 3, body: 'Two\nlines & <b>', verified: true, incentive: '10% off', author: 'Mia "M"' })
    await changed(SHOP, idOf(first))
    const { text } = await pageOf(first)
    expect(text).toContain('3 out of 5 stars')
    expect(text).toContain('Verified buyer')
    expect(text).toContain('Received 10% off for this review')
    expect(text).toContain('Two<br />\nlines &amp; &lt;b&gt;')
    expect(text).toContain('Based on 1 review')
    expect(await metafields(first.id)).toMatchObject({ rating_count: '1', rating: '{"value":"3.0","scale_min":"1.0","scale_max":"5.0"}' })
  })

  test('adds to what the theme tells search engines of the same product', async () => {
    const { text } = await pageOf(first)
    const nodes = [...text.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, json]) => JSON.parse(json ?? ''))
    expect(nodes).toHaveLength(2)
    expect(nodes[0]['@id']).toBe(nodes[1]['@id'])
    expect(nodes[0]['@type']).toBe(nodes[1]['@type'])
    expect(nodes[1]).toMatchObject({ aggregateRating: { ratingValue: '3.0', reviewCount: 1 }, review: [{ author: { name: 'Mia "M"' } }] })
  })

  test('is gone from page, metafields and entries once hidden, and no rating of zero is left', async () => {
    await db.review.updateMany({ where: { shop: SHOP, productId: idOf(first) }, data: { state: 'hidden', hiddenFor: 'spam' } })
    await changed(SHOP, idOf(first))
    const { text } = await pageOf(first)
    expect(text).not.toContain('Mia')
    expect(text).toContain('No reviews yet')
    expect(text).not.toContain('aggregateRating')
    expect(await metafields(first.id)).not.toHaveProperty('rating')
    expect(await entries()).toEqual([])
    expect(await db.reviewEntry.count()).toBe(0)
  })
})

describe('many reviews', () => {
  beforeAll(async () => {
    for (let n = 0; n < 23; n += 1)
      await addReview(SHOP, idOf(second), {
        rating: (n % 5) + 1,
        verified: n % 2 === 0,
        ...(n % 4 === 0 && { incentive: 'Free shipping' }),
      })
    await changed(SHOP, idOf(second))
  })

  test('the first page is the newest, and Shopify holds entries for no other', async () => {
    expect(await entries()).toHaveLength(10)
    const { text } = await pageOf(second)
    expect(text.match(/class="encore-review"/g)).toHaveLength(10)
    expect(text).toContain('Based on 23 reviews')
    expect(text).toContain('6 reviewers received a reward for writing')
  })

  test('every further page is a page of the shop, and all of them show each review once', async () => {
    const seen: string[] = []
    let { text } = await pageOf(second)
    for (;;) {
      seen.push(...[...text.matchAll(/id="encore-review-(\w+)"/g)].map(([, id]) => id ?? ''))
      const next = /href="([^"]*after=[^"]*)"/.exec(text)?.[1]
      if (!next) break
      text = (await visit(next.replaceAll('&amp;', '&'))).text
    }
    expect(seen).toHaveLength(23)
    expect(new Set(seen).size).toBe(23)
  })

  test('each order and each filter shows what it says', async () => {
    const ratings = async (query: string) =>
      [
        ...(await visit(`/apps/reviews/list?product=${second.id}&${query}`)).text.matchAll(
          /<li class="encore-review"[\s\S]*?--encore-rating: (\d)/g,
        ),
      ].map(([, n]) => Number(n))
    expect(await ratings('stars=2')).toEqual([2, 2, 2, 2, 2])
    expect((await ratings('sort=lowest')).slice(0, 6)).toEqual([1, 1, 1, 1, 1, 2])
    expect((await ratings('sort=highest')).slice(0, 5)).toEqual([5, 5, 5, 5, 4])
    expect(await ratings('unpaid=1')).toHaveLength(10)
    expect(await ratings('photos=1')).toEqual([])
  })

  test.each([
    [[1e300, '2026-01-01T00:00:00Z', 'a']],
    [[0.5, '2026-01-01T00:00:00Z', 'a']],
    [[0, '0000-01-01T00:00:00Z', 'a']],
    [[1, '2026-01-01T00:00:00Z', 'a\0']],
  ])('who makes up where a page begins (%j) gets the first one', async (cursor) => {
    const after = Buffer.from(JSON.stringify(cursor)).toString('base64url')
    const { status, text } = await visit(`/apps/reviews/list?product=${second.id}&sort=lowest&after=${after}`)
    expect([status, text.split('<li class="encore-review"').length - 1]).toEqual([200, 10])
  })

  test('what Shopify holds already is not written again', async () => {
    const before = JSON.stringify([await entries(), await store.get(SHOP, 'product', second.id)])
    await changed(SHOP, idOf(second))
    expect(JSON.stringify([await entries(), await store.get(SHOP, 'product', second.id)])).toBe(before)
  })

  test('a longer first page needs no other change', async () => {
    await saveDisplaySettings(SHOP, { sort: 'newest', perPage: 20 })
    await showReviews({ shop: SHOP })
    expect(await entries()).toHaveLength(20)
  })

  test('a rating that another app wrote meanwhile is taken over', async () => {
    await store.update(SHOP, 'product', second.id, (product) => ({
      ...product,
      metafields: product.metafields.map((one) => (one.key === 'rating_count' ? { ...one, value: '999' } : one)),
    }))
    await changed(SHOP, idOf(second))
    expect(await metafields(second.id)).toMatchObject({ rating_count: '23' })
  })
})

test('a page in another language says the same in it', async () => {
  await addReview(SHOP, idOf(third), { verified: true })
  await changed(SHOP, idOf(third))
  const { text } = await pageOf(third, 'locale=de')
  expect(text).toContain('Verifizierter Kauf')
  expect(text).toContain('Aus 1 Bewertung')
})

test('a review cannot speak Liquid to the theme', async () => {
  await addReview(SHOP, idOf(third), { body: '{{ shop.secret }}{% boom %}' })
  const { status, text } = await visit(`/apps/reviews/list?product=${third.id}&locale=en`)
  expect(status).toBe(200)
  expect(text).toContain('&#123;&#123; shop.secret &#125;&#125;')
})

test('a review cannot leave what is told to search engines', async () => {
  const evil = '</script><script>alert(1)</script> "quoted" \\'
  await addReview(SHOP, idOf(third), { title: evil, body: evil, author: evil, submittedAt: new Date('2027-01-01') })
  await changed(SHOP, idOf(third))
  const { text } = await pageOf(third)
  expect(text).not.toContain('<script>alert')
  const [, json] = [...text.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, one]) => JSON.parse(one ?? ''))
  expect(json.review[0].name).toBe(evil.replaceAll('<', '‹'))
})

test('how reviews are verified is a page of the shop', async () => {
  const { text } = await visit('/apps/reviews/verification?locale=fr')
  expect(text).toContain('Comment nous vérifions les avis')
  expect(text).toContain('récompense')
})

test('a product that is gone from Shopify keeps nobody waiting', async () => {
  await addReview(SHOP, '999')
  await changed(SHOP, '999')
  expect(await db.reviewSummary.findFirst({ where: { productId: '999' } })).toMatchObject({ writtenVersion: 1 })
})
