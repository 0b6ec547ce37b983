import { readFile } from 'node:fs/promises'
import { linesOf, openCheckout } from '../checkout/desk.ts'
import { prefill } from '../checkout/prefill.ts'
import type { Answer, Part, Visit } from '../routes.ts'
import { drawProduct } from '../seed/drawing.ts'
import { accountOf } from './account.ts'
import { respond, seeOther } from './html.ts'
import type { Html } from './html.ts'
import { blocksOf } from '../theme/blocks.ts'
import { cartPage, listPage, productPage } from './pages.ts'
import type { Listing } from './pages.ts'
import { chips, inCollection, isShown, matches, mixedShelf, shelf } from './shelf.ts'
import { storePage } from './shell.ts'
import { changeCart, keep, keepCart, looksFor, shopperOf } from './shopper.ts'
import type { Shopper } from './shopper.ts'

export const storefront: Part = (routes) => {
  const on = (method: 'GET' | 'POST', pattern: string, answer: Answer) => routes.route('storefront', method, pattern, answer)
  on('GET', '/', home)
  on('GET', '/collections/:handle', collection)
  on('GET', '/products/:handle', product)
  on('GET', '/images/:file', image)
  on('POST', '/preferences', preferences)
  on('GET', '/cart', cart)
  on('GET', '/discount/:code', discountLink)
  on('POST', '/cart/add', async (visit) => put(visit, (before, quantity) => before + quantity))
  on('POST', '/cart/change', async (visit) => put(visit, (_, quantity) => quantity))
  on('POST', '/checkout', checkout)
  routes.route('any', 'GET', '/__simulator/admin', ({ simulator }) => seeOther(`http://admin.localhost:${simulator.port}/`))
  routes.route('any', 'GET', '/__simulator/styles/:file', styles)
}

const STYLES: Record<string, URL> = {
  'storefront.css': new URL('./storefront.css', import.meta.url),
  'checkout.css': new URL('../checkout/checkout.css', import.meta.url),
  'post-purchase.css': new URL('../post-purchase/post-purchase.css', import.meta.url),
  'admin.css': new URL('../admin-pages/admin.css', import.meta.url),
}

const styles: Answer = async ({ params }) => {
  const file = STYLES[params['file'] ?? '']
  return file
    ? new Response(await readFile(file), { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' } })
    : new Response(null, { status: 404 })
}

/** How the shopper came is kept from her first page on. */
const arrival = (visit: Visit, shopper: Shopper): Record<string, string> =>
  visit.request.headers.get('cookie')?.includes('landing=') ? {} : { 'set-cookie': keep('landing', shopper.landing) }

const home: Answer = async (visit) => {
  const { simulator, shop, url } = visit
  if (!shop) return new Response(null, { status: 404 })
  const query = url.searchParams.get('q')?.trim() ?? ''
  const after = url.searchParams.get('after')
  const found =
    query === '' && after === null
      ? await mixedShelf(simulator, shop)
      : await shelf(simulator, shop, Number(after), (one) => matches(one, query))
  const next = found.last === null ? null : `/?${new URLSearchParams({ ...(query ? { q: query } : {}), after: String(found.last) })}`
  return listing(visit, { title: query ? `“${query}”` : null, products: found.products, next, collection: null }, query)
}

const collection: Answer = async (visit) => {
  const { simulator, shop, url, params } = visit
  const found = shop && (await simulator.store.find(shop.domain, 'collection', params['handle'] ?? ''))
  if (!shop || !found) return new Response(null, { status: 404 })
  const { products, last } = await shelf(simulator, shop, Number(url.searchParams.get('after')), inCollection(found))
  return listing(visit, { title: found.title, products, next: last === null ? null : `?after=${last}`, collection: found.handle }, '')
}

async function listing(visit: Visit, list: Omit<Listing, 'chips'>, query: string): Promise<Response> {
  const shopper = shopperOf(visit)
  const looks = looksFor(visit, shopper)
  const blocks = await blocksOf({ ...visit, shop: looks.shop, locale: looks.locale }, ['card'])
  const stars = new Map<number, Html>()
  for (const one of list.products) {
    const shown = await blocks.at('card', one)
    if (shown) stars.set(one.id, shown)
  }
  const shown = listPage(looks, { ...list, stars, chips: await chips(visit.simulator, looks.shop) })
  return respond(storePage(looks, list.title ?? looks.shop.name, shown, { query, styles: blocks.styles }), 200, arrival(visit, shopper))
}

const product: Answer = async (visit) => {
  const shopper = shopperOf(visit)
  const looks = looksFor(visit, shopper)
  const found = await visit.simulator.store.find(looks.shop.domain, 'product', visit.params['handle'] ?? '')
  if (!found || !isShown(found))
    return respond(storePage(looks, '404', listPage(looks, { title: '404', products: [], next: null, collection: null, chips: [] })), 404)
  const blocks = await blocksOf({ ...visit, shop: looks.shop, locale: looks.locale }, ['title', 'product-end'])
  const [title, end] = [await blocks.at('title', found), await blocks.at('product-end', found)]
  const shown = productPage(looks, found, { title, end })
  return respond(storePage(looks, found.title, shown, { styles: blocks.styles }), 200, arrival(visit, shopper))
}

const image: Answer = async ({ simulator, shop, params }) => {
  const id = Number.parseInt(params['file'] ?? '', 10)
  const found = shop && Number.isSafeInteger(id) ? await simulator.store.get(shop.domain, 'product', id) : null
  if (!found) return new Response(null, { status: 404 })
  return new Response(drawProduct(found), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400', 'access-control-allow-origin': '*' },
  })
}

const preferences: Answer = async (visit) => {
  const form = await visit.request.formData()
  const headers = new Headers({ location: visit.request.headers.get('referer') ?? '/' })
  for (const name of ['locale', 'currency']) {
    const value = form.get(name)
    if (typeof value === 'string') headers.append('set-cookie', keep(name, value))
  }
  return new Response(null, { status: 303, headers })
}

const cart: Answer = async (visit) => {
  const shopper = shopperOf(visit)
  const looks = looksFor(visit, shopper)
  const lines = await linesOf(
    visit.simulator,
    looks.shop,
    shopper.cart.map((line) => ({ ...line, key: String(line.variantId) })),
  )
  return respond(storePage(looks, looks.words.cart, cartPage(looks, lines)))
}

async function put(visit: Visit, quantity: (before: number, given: number) => number): Promise<Response> {
  const form = await visit.request.formData()
  const given = Math.max(0, Math.trunc(Number(form.get('quantity') ?? 1)) || 0)
  const wanted = { variantId: Number(form.get('variant')), plan: Number(form.get('plan')) || undefined }
  const cart = changeCart(shopperOf(visit).cart, wanted, (before) => quantity(before, given))
  return seeOther('/cart', { 'set-cookie': keepCart(cart) })
}

/** `/discount/CODE?redirect=/products/x`: the code is entered at the checkout of whoever followed it. */
const discountLink: Answer = ({ params, url }) => {
  const wanted = url.searchParams.get('redirect') ?? '/'
  return seeOther(/^\/(?!\/)/.test(wanted) ? wanted : '/', { 'set-cookie': keep('discount_code', params['code'] ?? '') })
}

const checkout: Answer = async (visit) => {
  const { simulator, shop } = visit
  const shopper = shopperOf(visit)
  if (!shop || shopper.cart.length === 0) return seeOther('/cart')
  const account = await accountOf(visit)
  const opened = await openCheckout(simulator, shop, shopper.cart, {
    ...(await prefill(simulator, shop)),
    ...(account && { customerId: account.id, email: account.email, address: account.address }),
    ...(shopper.discountCode && { discountCodes: [shopper.discountCode] }),
    locale: shopper.locale,
    presentmentCurrency: shopper.currency,
    landingSite: shopper.landing,
    referringSite: shopper.referrer,
  })
  return seeOther(`/checkouts/${opened.token}`)
}
