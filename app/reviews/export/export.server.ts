import { createHmac, timingSafeEqual } from 'node:crypto'
import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { create, fragment } from 'xmlbuilder2'
import { db } from '#app/platform/db.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { COLUMNS, type ExportName } from './columns.ts'
import { feedElement, feedFrame } from './google-feed.ts'
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
    yield Buffer.from(`${before}<reviews>`)
    for await (const page of readReviews(shop, { published: true })) {
      const elements = page.flatMap((review) => feedElement(feedReview(shop, review)) ?? [])
      yield Buffer.from(elements.map((element) => fragment(element as object).toString()).join('\n'))
    }
    yield Buffer.from(`</reviews>${after}`)
  }
  return Readable.toWeb(Readable.from(parts())) as ReadableStream
}

const feedReview = (shop: string, { productHandle, productTitle, vendor, skus, requestId, incentive, ...review }: KeptReview) => ({
  ...review,
  incentivised: incentive !== null,
  requested: requestId !== null,
  product: { title: productTitle ?? '', url: `https://${shop}/products/${productHandle ?? ''}`, skus, brand: vendor },
})

const signature = (shop: string): string =>
  createHmac('sha256', environment().SHOPIFY_API_SECRET).update(`google-reviews ${shop}`).digest('base64url')

/** An address that only the merchant and Google know. */
export const feedAddress = (shop: string): string => `${environment().SHOPIFY_APP_URL}/feeds/${shop}/${signature(shop)}/google-reviews.xml`

export function isFeedToken(shop: string, token: string): boolean {
  const [given, expected] = [Buffer.from(token), Buffer.from(signature(shop))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
