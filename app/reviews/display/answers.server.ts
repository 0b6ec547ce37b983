import { db } from '#app/platform/db.server.ts'
import { languageOf } from '#app/values/languages.ts'
import type { Markup } from './html.ts'
import { countShown, readShown } from './list.server.ts'
import { listPage, listPart } from './list-page.ts'
import { isFiltered, readListQuery } from './list-query.ts'
import type { Voice } from './markup.ts'
import { readPractice } from './practice.server.ts'
import { readDisplaySettings } from './settings.server.ts'
import { readStyles, textsIn } from './texts.server.ts'
import { verificationPage } from './verification-page.ts'

/** A minute's delay of a page that thousands may ask for; the product page itself is always as new as Shopify's metafields. */
const CACHED = 'public, max-age=60'
const NOT_FOUND = () => new Response('Not found', { status: 404 })

const respond = (page: Markup, type: 'application/liquid' | 'text/html'): Response =>
  new Response(page.text, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': CACHED } })

export async function voiceOf(shop: string, locale: string): Promise<Voice> {
  const known = await db.shop.findUnique({ where: { shop }, select: { name: true, timeZone: true } })
  const language = languageOf(locale)
  return { say: textsIn(language), locale: language, timeZone: known?.timeZone ?? 'UTC', shopName: known?.name ?? '' }
}

/** `/apps/reviews/list?product=..`: the further pages, whole, or with `part=items` what the product page's script adds. */
export async function answerList(shop: string, asked: URLSearchParams): Promise<Response> {
  const { sort, perPage } = await readDisplaySettings(shop)
  const query = readListQuery(asked, sort)
  if (!query) return NOT_FOUND()
  const where = { shop_productId: { shop, productId: query.productId } }
  const [summary, product, page, voice] = await Promise.all([
    db.reviewSummary.findUnique({ where }),
    db.product.findUnique({ where: { shop_id: { shop, id: query.productId } }, select: { title: true, handle: true } }),
    readShown(shop, query, perPage),
    voiceOf(shop, asked.get('locale') ?? 'en'),
  ])
  if (!summary || !product) return NOT_FOUND()
  const total = isFiltered(query) ? await countShown(shop, query) : summary.count
  const shown = { query, ...page, total, summary, product }
  return asked.get('part') === 'items'
    ? respond(listPart(shown, voice), 'text/html')
    : respond(listPage(shown, voice), 'application/liquid')
}

export const answerStyles = (): Response =>
  new Response(readStyles(), { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' } })

/** `/apps/reviews/verification`. */
export async function answerVerification(shop: string, asked: URLSearchParams): Promise<Response> {
  const [practice, voice] = await Promise.all([readPractice(shop), voiceOf(shop, asked.get('locale') ?? 'en')])
  return respond(verificationPage(practice, voice), 'application/liquid')
}
