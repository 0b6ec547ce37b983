import { readFileSync } from 'node:fs'
import { Hono, type Context } from 'hono'
import { now } from '../platform/clock.server.ts'
import { environment } from '../platform/env.server.ts'
import { readMultipart } from '../platform/multipart.server.ts'
import { isSignedProxyRequest } from '../platform/shopify/proxy.server.ts'
import { FORM_LIMITS } from '../reviews/collecting/limits.ts'
import type { Asked } from '../reviews/collecting/visit.server.ts'
import { goToOffer, lookAtOffer, type Followed } from '../retention/opening.server.ts'
import { openForm, takeForm, type Page } from '../reviews/collecting/write.server.ts'
import { answerList, answerStyles, answerVerification } from '../reviews/display/answers.server.ts'

const script = readFileSync(new URL('../reviews/collecting/form.browser.js', import.meta.url), 'utf8')
const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' }

/** The shop's own domain, by way of Shopify's app proxy (`/apps/reviews`). An unsigned caller is told nothing. */
export const proxyRoutes = new Hono()
  .use('*', async (c, next) => {
    const signed = isSignedProxyRequest(new URL(c.req.url).searchParams, environment().SHOPIFY_API_SECRET, now())
    return signed ? next() : c.text('Bad request', 400)
  })
  .get('/write', async (c) => show(c, await openForm(askedOf(c))))
  .post('/write', async (c) => {
    await using form = await readMultipart(c.req.raw, FORM_LIMITS)
    return show(c, await takeForm(askedOf(c), form))
  })
  .get('/form.js', (c) =>
    c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=3600' }),
  )
  .get('/offer', async (c) => show(c, await lookAtOffer(followedIn(c))))
  .post('/offer', async (c) => show(c, await goToOffer(followedIn(c))))
  .get('/list', (c) => answerList(c.req.query('shop') ?? '', new URL(c.req.url).searchParams))
  .get('/verification', (c) => answerVerification(c.req.query('shop') ?? '', new URL(c.req.url).searchParams))
  .get('/style.css', answerStyles)
  .all('*', (c) => c.text('Not found', 404))

const show = (c: Context, { status, body }: Page) => c.html(body, status as 200, PRIVATE)

/** Who asks, as Shopify and her browser say. */
function askedOf(c: Context): Asked {
  const query = (name: string) => c.req.query(name) || null
  const rating = Number(query('rating'))
  return {
    shop: query('shop') ?? '',
    action: `${query('path_prefix') ?? ''}/write`,
    token: query('t'),
    pass: query('pass'),
    productId: query('product'),
    rating: rating >= 1 && rating <= 5 ? Math.round(rating) : null,
    customerId: query('logged_in_customer_id'),
    locale: query('locale'),
    spoken: c.req.header('accept-language')?.split(/[,;]/)[0] ?? null,
    address: c.req.header('x-forwarded-for')?.split(',')[0]?.trim() ?? null,
  }
}

function followedIn(c: Context): Followed {
  const item = Number(c.req.query('item'))
  return {
    shop: c.req.query('shop') ?? '',
    token: c.req.query('t') ?? '',
    item: Number.isSafeInteger(item) && item > 0 ? item : 0,
    goesOn: c.req.query('on') === '1',
    spoken: c.req.header('accept-language')?.split(/[,;]/)[0] ?? null,
  }
}
