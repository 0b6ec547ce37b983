import { setFault } from '../post-purchase/faults.ts'
import type { Answer, Method, Part, Visit } from '../routes.ts'
import { html, respond, seeOther } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { idToken, STAFF } from '../tokens/issue.ts'
import { uninstall } from '../tokens/uninstall.ts'
import { adminScripts } from './assets.ts'
import { createDiscount, discountsPage } from './discounts.ts'
import { embedPage } from './embed.ts'
import { shopHome, startPage } from './home.ts'
import { orderPage, ordersPage } from './orders.ts'
import { ORDER_ACTIONS } from './orders-actions.ts'
import { choices } from './picker.ts'
import { productPage, productsPage, saveProduct } from './products.ts'
import { adminPage, badge } from './shell.ts'
import type { Frame, Section } from './shell.ts'
import { clockPage, customersPage, faultsPage, settingsPage, webhooksPage } from './tools.ts'

const missing = (what: string) => new Response(`There is no ${what}\n`, { status: 404 })
const script = (text: string) =>
  new Response(text, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'access-control-allow-origin': '*' },
  })

async function frameOf({ simulator, params }: Visit, section: Section, title: string): Promise<Frame | null> {
  const shops = await simulator.store.shops()
  const shop = shops.find(({ handle }) => handle === params['shop'])
  return shop ? { shop, shops, section, title, port: simulator.port } : null
}

const page =
  (section: Section, title: string, content: (visit: Visit, frame: Frame) => Html | Promise<Html>): Answer =>
  async (visit) => {
    const frame = await frameOf(visit, section, title)
    return frame ? respond(adminPage(frame, await content(visit, frame))) : missing('such shop')
  }

/** Does what a form asks for, then shows the page it names. */
const deed =
  (act: (visit: Visit, frame: Frame, form: FormData) => Promise<string>): Answer =>
  async (visit) => {
    const frame = await frameOf(visit, 'home', '')
    if (!frame) return missing('such shop')
    return seeOther(`/store/${frame.shop.handle}/${await act(visit, frame, await visit.request.formData())}`)
  }

export const adminPages: Part = (routes, simulator) => {
  const on = (method: Method, pattern: string, answer: Answer) => routes.route('admin', method, pattern, answer)
  on('GET', '/', async () => respond(startPage(await simulator.store.shops(), simulator.port)))
  on('GET', '/__simulator/app-bridge.js', async () => script((await adminScripts())['app-bridge']))
  on('GET', '/__simulator/admin-host.js', async () => script((await adminScripts()).host))
  on('GET', '/__simulator/staff', () =>
    Response.json({ id: STAFF.id, name: `${STAFF.firstName} ${STAFF.lastName}`, email: STAFF.email, accountAccess: 'full' }),
  )
  on('GET', '/__simulator/id-token', async ({ url }) => {
    const shop = await simulator.store.shop(url.searchParams.get('shop') ?? '')
    return shop?.installed ? new Response(idToken(simulator, shop)) : missing('such installation')
  })
  routes.route('any', 'GET', '/__simulator/app-extensions', () =>
    Response.json([{ handle: 'post-purchase-offer', type: 'ui_extension', activations: [{ target: 'Checkout::PostPurchase::Render' }] }]),
  )
  shopPages(on)
  on('GET', '/store/:shop/apps/encore', embedded)
  on('GET', '/store/:shop/apps/encore/*', embedded)
  on('GET', '/store/:shop/picker', async (visit) => {
    const frame = await frameOf(visit, 'app', '')
    return frame ? Response.json(await choices(simulator, frame.shop, visit.url.searchParams)) : missing('such shop')
  })
}

const embedded: Answer = async (visit) => {
  const frame = await frameOf(visit, 'app', 'Encore')
  return frame ? embedPage(visit, frame) : missing('such shop')
}

function shopPages(on: (method: Method, pattern: string, answer: Answer) => void): void {
  const at = '/store/:shop'
  on(
    'GET',
    at,
    page('home', 'Home', ({ simulator }, frame) => shopHome(simulator, frame)),
  )
  on(
    'GET',
    `${at}/orders`,
    page('orders', 'Orders', ({ simulator, url }, frame) => ordersPage(simulator, frame, url)),
  )
  on('GET', `${at}/orders/:id`, order)
  on('POST', `${at}/orders/:id/:action`, deed(orderAction))
  on(
    'GET',
    `${at}/products`,
    page('products', 'Products', ({ simulator, url }, frame) => productsPage(simulator, frame, url)),
  )
  on('GET', `${at}/products/:id`, product)
  on(
    'POST',
    `${at}/products/:id`,
    deed(async ({ simulator, params }, { shop }, form) => {
      await saveProduct(simulator, shop, Number(params['id']), form)
      return `products/${params['id']}`
    }),
  )
  on(
    'GET',
    `${at}/customers`,
    page('customers', 'Customers', ({ simulator, url }, frame) => customersPage(simulator, frame, url)),
  )
  on(
    'GET',
    `${at}/discounts`,
    page(
      'discounts',
      'Discounts',
      async ({ simulator, url }, frame) =>
        html`${url.searchParams.has('problem') ? html`<p>${badge(url.searchParams.get('problem') ?? '', 'bad')}</p>` : null}${await discountsPage(simulator, frame)}`,
    ),
  )
  on(
    'POST',
    `${at}/discounts`,
    deed(async ({ simulator }, { shop }, form) => {
      const problem = await createDiscount(simulator, shop, form)
      return problem ? `discounts?${new URLSearchParams({ problem })}` : 'discounts'
    }),
  )
  on(
    'GET',
    `${at}/webhooks`,
    page('webhooks', 'Webhooks', ({ simulator }, frame) => webhooksPage(simulator, frame)),
  )
  on(
    'GET',
    `${at}/clock`,
    page('clock', 'Clock', ({ simulator }, frame) => clockPage(simulator, frame)),
  )
  on(
    'POST',
    `${at}/clock`,
    deed(async ({ simulator }, _frame, form) => {
      await simulator.clock.push(Number(form.get('ms')))
      return 'clock'
    }),
  )
  troublePages(on, at)
}

function troublePages(on: (method: Method, pattern: string, answer: Answer) => void, at: string): void {
  on(
    'GET',
    `${at}/faults`,
    page('faults', 'Faults', ({ simulator }, frame) => faultsPage(simulator, frame)),
  )
  on(
    'POST',
    `${at}/faults`,
    deed(async ({ simulator }, _frame, form) => {
      const match = String(form.get('match') ?? '')
      await simulator.faults.add({
        where: form.get('where') as never,
        kind: form.get('kind') as never,
        times: Number(form.get('times') ?? 1),
        ...(match ? { match } : {}),
      })
      return 'faults'
    }),
  )
  on(
    'POST',
    `${at}/faults/clear`,
    deed(async ({ simulator }) => {
      await simulator.faults.clear()
      return 'faults'
    }),
  )
  on(
    'POST',
    `${at}/checkout-fault`,
    deed(async ({ simulator }, _frame, form) => {
      const code = String(form.get('code'))
      await setFault(simulator, String(form.get('token')).trim(), code === 'charge declined' ? { charge: 'declined' } : { code })
      return 'faults'
    }),
  )
  on(
    'GET',
    `${at}/settings`,
    page('settings', 'Settings', ({ simulator }, frame) => settingsPage(simulator, frame)),
  )
  on(
    'POST',
    `${at}/settings`,
    deed(async ({ simulator }, { shop }, form) => {
      await simulator.store.putShop({
        ...shop,
        postPurchaseApp: form.has('postPurchaseApp'),
        paypalReferenceTransactions: form.has('paypalReferenceTransactions'),
      })
      return 'settings'
    }),
  )
  on(
    'POST',
    `${at}/settings/uninstall`,
    deed(async ({ simulator }, { shop }) => {
      await uninstall(simulator, shop.domain)
      return 'settings'
    }),
  )
}

const order: Answer = async (visit) => {
  const frame = await frameOf(visit, 'orders', 'Order')
  const found = frame && (await visit.simulator.store.get(frame.shop.domain, 'order', Number(visit.params['id']) || 0))
  return frame && found
    ? respond(adminPage({ ...frame, title: found.name }, await orderPage(visit.simulator, frame, found)))
    : missing('such order')
}

async function orderAction({ simulator, params }: Visit, { shop }: Frame, form: FormData): Promise<string> {
  const found = await simulator.store.get(shop.domain, 'order', Number(params['id']) || 0)
  const act = ORDER_ACTIONS[params['action'] ?? '']
  if (found && act) await act(simulator, shop, found, form)
  return `orders/${params['id']}`
}

const product: Answer = async (visit) => {
  const frame = await frameOf(visit, 'products', 'Product')
  const found = frame && (await visit.simulator.store.get(frame.shop.domain, 'product', Number(visit.params['id']) || 0))
  return frame && found
    ? respond(adminPage({ ...frame, title: found.title }, productPage(visit.simulator, frame, found)))
    : missing('such product')
}
