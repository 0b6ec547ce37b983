import type { Part, Visit } from '../routes.ts'
import { json as jsonScript, respond, seeOther } from '../storefront/html.ts'
import { changeCheckout } from '../checkout/desk.ts'
import { releaseOrder } from '../shop/orders-edit.ts'
import { applyChangeset, calculateChangeset, referenceIdOf } from './changesets.ts'
import type { Purchase } from './changesets.ts'
import { assets } from './assets.ts'
import { builtExtension } from './bundle.ts'
import { NotModelled } from './errors.ts'
import { setFault } from './faults.ts'
import { inputData, resolveNamespace } from './input.ts'
import { postPurchasePage } from './page.ts'

const script = (text: string) =>
  new Response(text, { headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' } })

async function purchaseOf({ simulator, shop, params }: Visit): Promise<Purchase | null> {
  const checkout = shop && (await simulator.store.find(shop.domain, 'checkout', params['token'] ?? ''))
  const order = shop && checkout?.orderId ? await simulator.store.get(shop.domain, 'order', checkout.orderId) : null
  return shop && checkout && order ? { shop, checkout, order } : null
}

const answering =
  (answer: (purchase: Purchase, visit: Visit, body: Record<string, unknown>) => Promise<unknown>) => async (visit: Visit) => {
    const purchase = await purchaseOf(visit)
    if (!purchase) return new Response('There is no such purchase\n', { status: 404 })
    try {
      return Response.json(await answer(purchase, visit, (await visit.request.json()) as Record<string, unknown>))
    } catch (error) {
      if (error instanceof NotModelled) return new Response(`${error.message}\n`, { status: 501 })
      throw error
    }
  }

/** The post-purchase page and what its host script asks of the shop. */
export const postPurchase: Part = (routes, simulator) => {
  const path = '/checkouts/:token/post_purchase'
  routes.route('storefront', 'GET', path, page)
  routes.route(
    'storefront',
    'POST',
    `${path}/calculate`,
    answering((purchase, visit, body) => calculateChangeset(visit.simulator, purchase, body['changeset'])),
  )
  routes.route(
    'storefront',
    'POST',
    `${path}/apply`,
    answering((purchase, visit, body) => applyChangeset(visit.simulator, purchase, body['changeset'], body['options'])),
  )
  routes.route('storefront', 'POST', `${path}/asked`, answering(asked))
  routes.route('storefront', 'POST', `${path}/done`, answering(done))
  routes.route('any', 'POST', '/__simulator/checkouts/:token/fault', async ({ request, params }) =>
    Response.json(await setFault(simulator, params['token'] ?? '', (await request.json()) as object)),
  )
  routes.route('any', 'GET', '/__simulator/post-purchase/host.js', async () => script((await assets()).host))
  routes.route('any', 'GET', '/__simulator/post-purchase/sandbox.js', async () => script((await assets()).sandbox))
  routes.route('any', 'GET', '/__simulator/post-purchase/extension.js', async () => {
    const extension = await builtExtension(simulator.settings.projectFolder)
    return extension ? script(extension.script) : new Response('No post-purchase extension has been built\n', { status: 404 })
  })
}

async function asked({ shop, checkout }: Purchase, { simulator }: Visit, body: Record<string, unknown>) {
  const render = body['render'] === true
  await changeCheckout(simulator, shop, checkout.id, {
    postPurchase: render ? 'open' : 'done',
    storage: body['storage'] ?? null,
    whyNotEligible: render ? null : `ShouldRender: ${String(body['because'])}`,
  })
  return {}
}

async function done({ shop, checkout, order }: Purchase, { simulator }: Visit) {
  await changeCheckout(simulator, shop, checkout.id, { postPurchase: 'done' })
  await releaseOrder(simulator, shop, order.id)
  return {}
}

async function page(visit: Visit): Promise<Response> {
  const { simulator } = visit
  const purchase = await purchaseOf(visit)
  if (!purchase) return new Response('There is no such purchase\n', { status: 404 })
  const { shop, checkout, order } = purchase
  const confirmation = `/checkouts/${checkout.token}/thank_you`
  const extension = await builtExtension(simulator.settings.projectFolder)
  const closed = checkout.postPurchase !== 'asked' && checkout.postPurchase !== 'open'
  if (!extension || closed) return seeOther(confirmation)
  const ofShop = await Promise.all(
    extension.metafields.map(({ namespace, key }) =>
      simulator.store.find(shop.domain, 'metafieldOfShop', `${resolveNamespace(namespace, simulator.app.clientId)}.${key}`),
    ),
  )
  const facts = {
    shop,
    order,
    referenceId: referenceIdOf(simulator, purchase),
    locale: checkout.locale,
    metafields: extension.metafields,
    ofShop: ofShop.filter((metafield) => metafield !== null),
    clientId: simulator.app.clientId,
    secret: simulator.app.secret,
    now: simulator.clock.now(),
    tokenSeconds: simulator.settings.inputTokenSeconds,
  }
  const start = {
    bundle: '/__simulator/post-purchase/extension.js',
    sandbox: '/__simulator/post-purchase/sandbox.js',
    confirmation,
    here: `/checkouts/${checkout.token}/post_purchase`,
    locale: checkout.locale,
    shouldRender: {
      calls: simulator.settings.shouldRenderCalls,
      limitMs: simulator.settings.shouldRenderTimeoutMs,
      inputData: inputData({ ...facts, extensionPoint: 'Checkout::PostPurchase::ShouldRender' }),
    },
    render: { inputData: inputData({ ...facts, extensionPoint: 'Checkout::PostPurchase::Render' }) },
  }
  return respond(postPurchasePage(shop, order, checkout.locale, confirmation, jsonScript(start)))
}
