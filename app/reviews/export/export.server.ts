import { createHmac, timingSafeEqual } from 'node:crypto'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { create, fragment } from 'xmlbuilder2'
import { db } from '#app/platform/db.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { COLUMNS, type ExportName } from './columns.ts'
import { feedElement, feedFrame, type FeedReview } from './google-feed.ts'
import { readReviews, type KeptReview } from './pages.server.ts'

/** Everything, as CSV, read as fast as it is sent. */
export function exportReviews(shop: string, name: ExportName): ReadableStream {
  const columns = COLUMNS[name]
  const lines = async function* () {
    yield columns.map(([column]) => column)
    for await (const page of readReviews(shop)) for (const review of page) yield columns.map(([, cell]) => cell(review))
  }
  const csv = stringify({ bom: name === 'encore', record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true })
  return Readable.toWeb(Readable.from(lines()).pipe(csv)) as ReadableStream
}

/** The feed is always whole: what Google no longer finds in it, it deletes. */
export async function googleFeed(shop: string): Promise<ReadableStream> {
  const known = await db.shop.findUnique({ where: { shop }, select: { name: true } })
  const [before = '', after = ''] = create({ encoding: 'UTF-8' }, feedFrame(known?.name ?? ''))
    .end()
    .split('<reviews/>')
  const parts = async function* () {
    // The schema knows no list without a review.
    let begun = false
    yield Buffer.from(before)
    for await (const page of readReviews(shop, { published: true })) {
      const elements = page.flatMap((review) => feedElement(feedReview(shop, review)) ?? [])
      if (elements.length === 0) continue
      yield Buffer.from((begun ? '' : '<reviews>') + elements.map((element) => fragment(element as object).toString()).join('\n'))
      begun = true
    }
    yield Buffer.from(`${begun ? '</reviews>' : ''}${after}`)
  }
  return Readable.toWeb(Readable.from(parts())) as ReadableStream
}

const feedReview = (
  shop: string,
  { productHandle, productTitle, vendor, skus, barcodes, requestId, incentive, ...review }: KeptReview,
): FeedReview => ({
  ...review,
  incentivised: incentive !== null,
  collected: requestId !== null ? 'post_fulfillment' : review.source === 'form' ? 'unsolicited' : null,
  product: {
    title: productTitle ?? '',
    handle: productHandle ?? '',
    url: `https://${shop}/products/${productHandle ?? ''}`,
    skus,
    barcodes,
    brand: vendor,
  },
})

const signature = (shop: string): string =>
  createHmac('sha256', environment().SHOPIFY_API_SECRET).update(`google-reviews ${shop}`).digest('base64url')

/** An address that only the merchant and Google know. */
export const feedAddress = (shop: string): string => `${environment().SHOPIFY_APP_URL}/feeds/${shop}/${signature(shop)}/google-reviews.xml`

export function isFeedToken(shop: string, token: string): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(signature(shop))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
