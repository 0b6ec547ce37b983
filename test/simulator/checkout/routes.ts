import type { Answer, Part, Visit } from '../routes.ts'
import { explain } from '../discounts/codes.ts'
import { respond, seeOther } from '../storefront/html.ts'
import { releaseOrder } from '../shop/orders-edit.ts'
import { balanceOf } from '../shop/store-credit.ts'
import { loggedIn } from '../storefront/account.ts'
import { keepCart } from '../storefront/shopper.ts'
import { IN_EDITOR, ORDER_STATUS, THANK_YOU } from '../ui-extensions/api/pages.ts'
import { blockSlots } from '../ui-extensions/slots.ts'
import { changeCheckout, quoteFor } from './desk.ts'
import type { Checkout } from './desk.ts'
import { readForm } from './form.ts'
import { checkoutPage } from './page.ts'
import { pay } from './pay.ts'
import { savedCustomers } from './prefill.ts'
import { orderStatusPage, thankYouPage } from './thanks.ts'

export const checkout: Part = (routes) => {
  routes.route('storefront', 'GET', '/checkouts/:token', show)
  routes.route('storefront', 'POST', '/checkouts/:token', change)
  routes.route('storefront', 'GET', '/checkouts/:token/thank_you', thankYou)
  routes.route('storefront', 'GET', '/orders/:token', orderStatus)
}

const missing = () => new Response('There is no such checkout\n', { status: 404 })

const checkoutOf = async ({ simulator, shop, params }: Visit): Promise<Checkout | null> =>
  shop ? simulator.store.find(shop.domain, 'checkout', params['token'] ?? '') : null

const show: Answer = async (visit) => {
  const found = await checkoutOf(visit)
  if (!found) return missing()
  if (found.orderId !== null) return seeOther(`/checkouts/${found.token}/thank_you`)
  return page(visit, found, await refusedByLink(visit, found))
}

/** Why codes of the permalink that led here were left out. */
async function refusedByLink({ simulator, shop, url }: Visit, found: Checkout): Promise<string | null> {
  const codes = url.searchParams.get('refused')?.split(',') ?? []
  if (!shop || codes.length === 0) return null
  const { refused } = await quoteFor(simulator, shop, { ...found, discountCodes: [...found.discountCodes, ...codes] })
  return refused.map(({ code, refusal }) => explain(code, refusal)).join(' ') || null
}

async function page({ simulator, shop }: Visit, found: Checkout, problem: string | null, status = 200): Promise<Response> {
  if (!shop) return missing()
  const [quoted, saved] = await Promise.all([quoteFor(simulator, shop, found), savedCustomers(simulator, shop)])
  const chosen = found.customerId === null ? null : await simulator.store.get(shop.domain, 'customer', found.customerId)
  const customers = chosen && !saved.some(({ id }) => id === chosen.id) ? [chosen, ...saved] : saved
  const balance = await balanceOf(simulator, shop, found)
  return respond(checkoutPage({ shop, checkout: found, quoted, balance, customers, problem }), status)
}

const change: Answer = async (visit) => {
  const { simulator, shop, request } = visit
  const found = await checkoutOf(visit)
  if (!found || !shop) return missing()
  if (found.orderId !== null) return seeOther(`/checkouts/${found.token}/thank_you`)
  const form = await request.formData()
  const changed = await changeCheckout(simulator, shop, found.id, await readForm(simulator, shop, found, form))
  if (form.get('do') !== 'pay') return seeOther(`/checkouts/${found.token}`)
  const paid = await pay(simulator, shop, changed)
  if ('problem' in paid) return page(visit, changed, paid.problem, 422)
  const next = paid.postPurchase ? 'post_purchase' : 'thank_you'
  return seeOther(`/checkouts/${found.token}/${next}`, { 'set-cookie': keepCart([]) })
}

const thankYou: Answer = async (visit) => {
  const { simulator, shop } = visit
  const found = await checkoutOf(visit)
  const order = shop && found?.orderId ? await simulator.store.get(shop.domain, 'order', found.orderId) : null
  if (!shop || !found || !order) return missing()
  // Whoever gets here has left the post-purchase page, by whatever way.
  if (found.postPurchase === 'asked' || found.postPurchase === 'open') {
    await changeCheckout(simulator, shop, found.id, { postPurchase: 'done' })
    await releaseOrder(simulator, shop, order.id)
  }
  const inEditor = visit.url.searchParams.has(IN_EDITOR)
  const at = { simulator, shop, order, locale: found.locale, origin: visit.url.origin, customer: await loggedIn(visit, order), inEditor }
  const blocks = await blockSlots(at, THANK_YOU, `/checkouts/${found.token}`)
  return respond(thankYouPage(simulator, shop, order, found, blocks))
}

const orderStatus: Answer = async (visit) => {
  const { simulator, shop, params, url } = visit
  const order = shop && (await simulator.store.find(shop.domain, 'order', params['token'] ?? ''))
  if (!shop || !order) return missing()
  const inEditor = url.searchParams.has(IN_EDITOR)
  const at = { simulator, shop, order, locale: order.locale, origin: url.origin, customer: await loggedIn(visit, order), inEditor }
  return respond(orderStatusPage(shop, order, await blockSlots(at, ORDER_STATUS, `/orders/${order.token}`)))
}
