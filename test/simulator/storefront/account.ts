import type { SimCustomer, SimOrder } from '../model.ts'
import type { Answer, Part, Visit } from '../routes.ts'
import { savedCustomers } from '../checkout/prefill.ts'
import { html, respond, seeOther } from './html.ts'
import { keep, looksFor, shopperOf } from './shopper.ts'
import { storePage } from './shell.ts'

const COOKIE = 'account'

/** The customer whose account this browser is logged in to. */
export async function accountOf({ request, simulator, shop }: Visit): Promise<SimCustomer | null> {
  const id = Number(/(?:^|; )account=(\d+)/.exec(request.headers.get('cookie') ?? '')?.[1])
  return shop && Number.isSafeInteger(id) ? simulator.store.get(shop.domain, 'customer', id) : null
}

/** The same, if the order is hers. */
export async function loggedIn(visit: Visit, order: SimOrder): Promise<SimCustomer | null> {
  const customer = await accountOf(visit)
  return customer && customer.id === order.customerId ? customer : null
}

/** Customer accounts, as far as pages behave differently for who is logged in: a name is chosen, and no code is mailed. */
export const accounts: Part = (routes) => {
  routes.route('storefront', 'GET', '/account/login', login)
  routes.route('storefront', 'POST', '/account/login', enter)
  routes.route('storefront', 'POST', '/account/logout', () => seeOther('/', { 'set-cookie': keep(COOKIE, '') }))
}

/** Only ways within the shop. */
const wayBack = (given: unknown): string => (typeof given === 'string' && /^\/(?!\/)/.test(given) ? given : '/')

const login: Answer = async (visit) => {
  const looks = looksFor(visit, shopperOf(visit))
  const back = wayBack(visit.url.searchParams.get('return_to'))
  const order = await visit.simulator.store.find(looks.shop.domain, 'order', back.split('/')[2] ?? '')
  const buyer = order?.customerId ? await visit.simulator.store.get(looks.shop.domain, 'customer', order.customerId) : null
  const others = (await savedCustomers(visit.simulator, looks.shop)).filter(({ id }) => id !== buyer?.id)
  const content = html`<h1>Log in</h1>
    <p class="quiet">Shopify would mail a code. The simulator takes your word.</p>
    <form method="post" action="/account/login">
      <input type="hidden" name="return_to" value="${back}" />
      <label
        >Customer
        <select name="customer">
          ${[...(buyer ? [buyer] : []), ...others].map((one) => html`<option value="${one.id}">${one.firstName} ${one.lastName} · ${one.email}</option>`)}
        </select></label
      >
      <button class="button">Log in</button>
    </form>`
  return respond(storePage(looks, 'Log in', content))
}

const enter: Answer = async ({ request }) => {
  const form = await request.formData()
  return seeOther(wayBack(form.get('return_to')), { 'set-cookie': keep(COOKIE, String(Number(form.get('customer')) || '')) })
}
