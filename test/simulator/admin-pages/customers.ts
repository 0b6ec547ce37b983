import type { SimCustomer, SimOrder } from '../model.ts'
import { display } from '../money.ts'
import { setConsent, setSmsConsent, updateCustomer } from '../shop/customers.ts'
import type { Simulator } from '../simulator.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { adminBlocks } from '../ui-extensions/admin-blocks.ts'
import { at, card, pager, table } from './shell.ts'
import type { Frame } from './shell.ts'
import { idOf } from './visits.ts'
import type { Act } from './visits.ts'

const PAGE = 50

export async function customersPage(simulator: Simulator, { shop }: Frame, url: URL): Promise<Html> {
  const after = Number(url.searchParams.get('after') ?? 0)
  const customers = await simulator.store.list(shop.domain, 'customer', { limit: PAGE, reverse: true, ...(after ? { after } : {}) })
  const last = customers.at(-1)
  const base = `/store/${shop.handle}/customers`
  const rows = customers.map((customer) => [
    html`<a href="${base}/${customer.id}">${nameOf(customer)}</a>`,
    customer.email,
    customer.locale,
    customer.ordersCount,
    display(customer.totalSpent, shop.currency),
    customer.tags.join(', '),
  ])
  return html`${card('', table(['Customer', 'Email', 'Language', 'Orders', 'Spent', 'Tags'], rows))}${pager(base, after ? '' : null, customers.length === PAGE && last ? `?after=${last.id}` : null)}`
}

export const nameOf = ({ firstName, lastName, email }: SimCustomer): string => `${firstName} ${lastName}`.trim() || (email ?? 'Nobody')

/** One customer, with the blocks that apps show on her page. */
export async function customerPage(simulator: Simulator, frame: Frame, customer: SimCustomer): Promise<Html> {
  const { shop } = frame
  const orders = await simulator.store.matching(shop.domain, 'order', `customer:${customer.id}`)
  return html`${card('About', facts(customer, `/store/${shop.handle}/customers/${customer.id}`))}
  ${card('Orders', ordersOf(orders, `/store/${shop.handle}/orders`))} ${await adminBlocks(simulator, frame, customer.id)}`
}

const facts = (customer: SimCustomer, base: string): Html =>
  html`<form method="post" action="${base}" class="fields">
    <p>${customer.email ?? 'no e-mail address'} · ${customer.locale} · ${customer.tags.join(', ') || 'no tags'}</p>
    <label>Phone <input name="phone" type="tel" value="${customer.phone ?? ''}" placeholder="+4915112345678" /></label>
    <label class="check"
      ><input type="checkbox" name="emails" ${customer.acceptsMarketing ? html` checked` : null} /> agrees to marketing e-mails</label
    >
    <label class="check"
      ><input type="checkbox" name="texts" ${customer.acceptsTexts ? html` checked` : null} /> agrees to marketing text messages</label
    >
    <p><button>Save</button></p>
  </form>`

const ordersOf = (orders: readonly SimOrder[], base: string): Html =>
  table(
    ['Order', 'Placed', 'Items'],
    orders
      .toReversed()
      .map((order) => [
        html`<a href="${base}/${order.id}">${order.name}</a>`,
        at(order.processedAt),
        order.lines.map(({ title }) => title).join(', '),
      ]),
  )

export const saveCustomer: Act = async (visit, { shop }, form) => {
  const { simulator } = visit
  const id = idOf(visit)
  const phone = String(form.get('phone') ?? '').trim() || null
  await updateCustomer(simulator, shop, id, (customer) => ({ ...customer, phone }))
  await setSmsConsent(simulator, shop, id, form.has('texts'))
  await setConsent(simulator, shop, id, form.has('emails'))
  return `customers/${id}`
}
