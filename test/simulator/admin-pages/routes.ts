import type { Answer, Part } from '../routes.ts'
import { html, respond } from '../storefront/html.ts'
import { idToken, STAFF } from '../tokens/issue.ts'
import { grantOptional } from '../tokens/scopes.ts'
import type { Simulator } from '../simulator.ts'
import { adminScripts } from './assets.ts'
import { blockActivations, checkoutEditor } from './checkout-editor.ts'
import { DEEDS } from './deeds.ts'
import { discountsPage } from './discounts.ts'
import { embedPage } from './embed.ts'
import { flowPage } from '../flow/page.ts'
import { shopHome, startPage } from './home.ts'
import { orderPage, ordersPage } from './orders.ts'
import { choices } from './picker.ts'
import { productPage, productsPage } from './products.ts'
import { sellingPlansPage } from './selling-plans.ts'
import { badge } from './shell.ts'
import { themeActivations, themeEditor } from './theme-editor.ts'
import { customerPage, customersPage, nameOf } from './customers.ts'
import { clockPage, faultsPage, settingsPage, webhooksPage } from './tools.ts'
import { deed, frameOf, idOf, missing, page } from './visits.ts'
import type { Content } from './visits.ts'

const problemOf = (url: URL) => {
  const problem = url.searchParams.get('problem')
  return problem ? html`<p role="alert">${badge(problem, 'bad')}</p>` : null
}

const order: Content = async (visit, frame) => {
  const found = await visit.simulator.store.get(frame.shop.domain, 'order', idOf(visit))
  const content = found && (await orderPage(visit.simulator, frame, found))
  return content && { title: found.name, content: html`${problemOf(visit.url)}${content}` }
}

const product: Content = async (visit, frame) => {
  const found = await visit.simulator.store.get(frame.shop.domain, 'product', idOf(visit))
  return found && { title: found.title, content: productPage(visit.simulator, frame, found) }
}

const customer: Content = async (visit, frame) => {
  const found = await visit.simulator.store.get(frame.shop.domain, 'customer', idOf(visit))
  return found && { title: nameOf(found), content: await customerPage(visit.simulator, frame, found) }
}

const discounts: Content = async ({ simulator, url }, frame) => {
  return html`${problemOf(url)}${await discountsPage(simulator, frame)}`
}

const plans: Content = async ({ simulator, url }, frame) => {
  return html`${problemOf(url)}${await sellingPlansPage(simulator, frame)}`
}

/** What a shop's admin shows, by address below /store/:shop. */
const PAGES: Record<string, Answer> = {
  '': page('home', 'Home', ({ simulator }, frame) => shopHome(simulator, frame)),
  '/orders': page('orders', 'Orders', ({ simulator, url }, frame) => ordersPage(simulator, frame, url)),
  '/orders/:id': page('orders', 'Order', order),
  '/products': page('products', 'Products', ({ simulator, url }, frame) => productsPage(simulator, frame, url)),
  '/products/:id': page('products', 'Product', product),
  '/customers': page('customers', 'Customers', ({ simulator, url }, frame) => customersPage(simulator, frame, url)),
  '/customers/:id': page('customers', 'Customer', customer),
  '/discounts': page('discounts', 'Discounts', discounts),
  '/selling-plans': page('selling-plans', 'Selling plans', plans),
  '/flow': page('flow', 'Flow', ({ simulator }, frame) => flowPage(simulator, frame)),
  '/webhooks': page('webhooks', 'Webhooks', ({ simulator }, frame) => webhooksPage(simulator, frame)),
  '/clock': page('clock', 'Clock', ({ simulator }, frame) => clockPage(simulator, frame)),
  '/faults': page('faults', 'Faults', ({ simulator }, frame) => faultsPage(simulator, frame)),
  '/themes/current/editor': page('home', 'Theme', themeEditor),
  '/settings/checkout/editor': page('settings', 'Checkout', checkoutEditor),
  '/settings': page('settings', 'Settings', ({ simulator }, frame) => settingsPage(simulator, frame)),
}

const embedded: Answer = async (visit) => {
  const frame = await frameOf(visit, 'app', 'Encore')
  return frame ? embedPage(visit, frame) : missing('such shop')
}

const picker: Answer = async (visit) => {
  const frame = await frameOf(visit, 'app', '')
  return frame ? Response.json(await choices(visit.simulator, frame.shop, visit.url.searchParams)) : missing('such shop')
}

const script = (text: string) =>
  new Response(text, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'access-control-allow-origin': '*' },
  })

const staff = { id: STAFF.id, name: `${STAFF.firstName} ${STAFF.lastName}`, email: STAFF.email, accountAccess: 'full' }
const extensions = [{ handle: 'post-purchase-offer', type: 'ui_extension', activations: [{ target: 'Checkout::PostPurchase::Render' }] }]

/** What App Bridge tells an app of its scopes. */
async function scopesOf({ store, configuration }: Simulator, url: URL): Promise<Response> {
  const shop = await store.shop(url.searchParams.get('shop') ?? '')
  const detail = { granted: shop?.installed?.scopes ?? [], required: configuration.scopes, optional: configuration.optionalScopes }
  return Response.json(detail)
}

/** The shop's admin, and Encore in its frame. */
export const adminPages: Part = (routes, simulator) => {
  const get = (pattern: string, answer: Answer) => routes.route('admin', 'GET', pattern, answer)
  get('/', async () => respond(startPage(await simulator.store.shops(), simulator.port)))
  get('/__simulator/app-bridge.js', async () => script((await adminScripts())['app-bridge']))
  get('/__simulator/admin-host.js', async () => script((await adminScripts()).host))
  get('/__simulator/staff', () => Response.json(staff))
  get('/__simulator/id-token', async ({ url }) => {
    const shop = await simulator.store.shop(url.searchParams.get('shop') ?? '')
    return shop?.installed ? new Response(idToken(simulator, shop)) : missing('such installation')
  })
  get('/__simulator/scopes', async ({ url }) => scopesOf(simulator, url))
  routes.route('admin', 'POST', '/__simulator/scopes', async ({ url, request }) => {
    const shop = await simulator.store.shop(url.searchParams.get('shop') ?? '')
    if (shop) await grantOptional(simulator, shop, await request.json())
    return scopesOf(simulator, url)
  })
  routes.route('any', 'GET', '/__simulator/app-extensions', async ({ url }) => {
    const shop = await simulator.store.shop(url.searchParams.get('shop') ?? '')
    return Response.json([...extensions, ...(await blockActivations(simulator, shop)), ...(await themeActivations(simulator, shop))])
  })
  for (const [path, answer] of Object.entries(PAGES)) get(`/store/:shop${path}`, answer)
  for (const [path, act] of Object.entries(DEEDS)) routes.route('admin', 'POST', `/store/:shop${path}`, deed(act))
  get('/store/:shop/apps/encore', embedded)
  get('/store/:shop/apps/encore/*', embedded)
  get('/store/:shop/picker', picker)
}
