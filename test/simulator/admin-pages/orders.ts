import type { SimFulfillment, SimOrder, SimShop } from '../model.ts'
import { display } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { unsent } from '../shop/fulfillments.ts'
import { financialStatus, paymentsOf, totalsOf } from '../shop/orders-totals.ts'
import { wordsOf } from '../checkout/thanks.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { returnCards } from './returns.ts'
import { at, badge, card, pager, table } from './shell.ts'
import type { Frame } from './shell.ts'

const PAGE = 50

const TONES = {
  PAID: 'good',
  PENDING: 'warn',
  PARTIALLY_PAID: 'warn',
  PARTIALLY_REFUNDED: 'plain',
  REFUNDED: 'plain',
  VOIDED: 'plain',
} as const
const inWords = (status: string): string => status.toLowerCase().replaceAll('_', ' ')
const paymentBadge = (order: SimOrder): Html => badge(inWords(financialStatus(order)), TONES[financialStatus(order)])

function fulfilmentBadge(order: SimOrder): Html {
  if (order.cancelledAt) return badge('cancelled', 'bad')
  if (order.fulfilledAt) return badge('fulfilled', 'good')
  if (order.fulfillments?.length) return badge('partly fulfilled', 'warn')
  return order.holdUntil ? badge('on hold: post-purchase page', 'warn') : badge('unfulfilled')
}

export async function ordersPage(simulator: Simulator, { shop }: Frame, url: URL): Promise<Html> {
  const after = Number(url.searchParams.get('after') ?? 0)
  const orders = await simulator.store.list(shop.domain, 'order', { limit: PAGE, reverse: true, ...(after ? { after } : {}) })
  const base = `/store/${shop.handle}/orders`
  const rows = orders.map((order) => [
    html`<a href="${base}/${order.id}">${order.name}</a>`,
    at(order.createdAt),
    order.shippingAddress ? `${order.shippingAddress.firstName} ${order.shippingAddress.lastName}` : (order.email ?? ''),
    display(totalsOf(order).total.shop, order.currency),
    paymentBadge(order),
    fulfilmentBadge(order),
    order.lines.reduce((sum, line) => sum + line.currentQuantity, 0),
  ])
  const last = orders.at(-1)
  return html`${card('', table(['Order', 'Date', 'Customer', 'Total', 'Payment', 'Fulfilment', 'Items'], rows))}
  ${pager(base, after ? '' : null, orders.length === PAGE && last ? `?after=${last.id}` : null)}`
}

export async function orderPage(simulator: Simulator, { shop }: Frame, order: SimOrder): Promise<Html> {
  const base = `/store/${shop.handle}/orders/${order.id}`
  return html`<p class="badges">
      ${paymentBadge(order)} ${fulfilmentBadge(order)}
      <span class="quiet">${at(order.createdAt)} · ${order.locale} · ${order.sourceName}</span>
    </p>
    ${card('Items', html`${linesTable(order, base)}${amounts(order)}`)} ${card('What can be done', actions(order, base))}
    ${order.fulfillments?.length ? card('Parcels', parcels(order, order.fulfillments, base)) : null} ${returnCards(order, base)}
    ${card('Transactions', transactions(order))} ${order.edits.length > 0 ? card('Edits', edits(order)) : null}
    ${order.refunds.length > 0 ? card('Refunds', refunds(order)) : null} ${card('How it came', await origin(simulator, shop, order))}`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const parcels = (order: SimOrder, sent: readonly SimFulfillment[], base: string): Html =>
  table(
    ['Parcel', 'Left', 'Items', 'State', ''],
    sent.map((parcel) => [
      parcel.name,
      at(parcel.createdAt),
      parcel.lines.map(({ lineId }) => order.lines.find(({ id }) => id === lineId)?.title ?? '').join(', '),
      parcel.deliveredAt ? badge(`delivered ${at(parcel.deliveredAt)}`, 'good') : badge('in transit', 'warn'),
      parcel.deliveredAt
        ? ''
        : html`<form method="post" action="${base}/deliver" class="inline">
            <button name="parcel" value="${parcel.id}">Mark as delivered</button>
          </form>`,
    ]),
  )

const edits = (order: SimOrder): Html =>
  table(
    ['Date', 'By', 'Added', 'Removed'],
    order.edits.map((edit) => [
      at(edit.committedAt),
      edit.appId ? 'the app' : 'staff',
      sum(edit.additions.map(({ delta }) => delta)),
      sum(edit.removals.map(({ delta }) => delta)),
    ]),
  )

const refunds = (order: SimOrder): Html =>
  table(
    ['Date', 'Items', 'Note'],
    order.refunds.map((refund) => [at(refund.createdAt), sum(refund.lines.map(({ quantity }) => quantity)), refund.note]),
  )

async function origin({ store, port }: Simulator, shop: SimShop, order: SimOrder): Promise<Html> {
  const checkout = order.checkoutToken ? await store.find(shop.domain, 'checkout', order.checkoutToken) : null
  const to = order.shippingAddress
  const facts: [string, string | Html | null][] = [
    ['Customer', order.customerId ? html`<a href="/store/${shop.handle}/customers/${order.customerId}">${order.email}</a>` : 'none'],
    ['Ship to', to ? `${to.address1}, ${to.zip} ${to.city}, ${to.countryCode}` : 'nobody'],
    ['Discount codes', order.discountCodes.map(({ code }) => code).join(', ') || 'none'],
    ['Landing page', order.landingSite],
    ['Post-purchase page', checkout ? (checkout.whyNotEligible ?? checkout.postPurchase) : 'not a checkout of the simulator'],
    ['Status page', html`<a href="http://${shop.handle}.localhost:${port}/orders/${order.token}">as the shopper sees it</a>`],
  ]
  return html`<dl class="facts">
    ${facts.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}

function linesTable(order: SimOrder, base: string): Html {
  return table(
    ['Item', 'Price', 'Discount', 'Quantity', ''],
    order.lines.map((line) => [
      html`${line.title}${line.variantTitle ? html` <small>${line.variantTitle}</small>` : null}
      ${line.addedByEdit ? badge('added after payment', 'good') : null}`,
      display(line.unitPrice.shop, order.currency),
      line.discounts.length > 0
        ? display(line.discounts.reduce((sum, { amount }) => sum + Number(amount.shop), 0).toFixed(3), order.currency)
        : '',
      line.currentQuantity === line.quantity ? line.quantity : html`<del>${line.quantity}</del> ${line.currentQuantity}`,
      line.currentQuantity > 0
        ? html`<form method="post" action="${base}/refund" class="inline">
            <input type="hidden" name="line" value="${line.id}" /><button>Refund ${line.currentQuantity > 1 ? 'all' : ''}</button
            >${line.currentQuantity > 1 ? html`<button name="quantity" value="1">Refund one</button>` : null}<button
              formaction="${base}/remove-line"
            >
              Remove</button
            >${unsent(order, line.id) > 0 && !order.holdUntil ? html`<button formaction="${base}/fulfil">Fulfil</button>` : null}
          </form>`
        : '',
    ]),
  )
}

function amounts(order: SimOrder): Html {
  const totals = totalsOf(order)
  const { received, refunded, outstanding } = paymentsOf(order)
  const show = (amount: string) => display(amount, order.currency)
  const rows: [string, string][] = [
    ['Subtotal', show(totals.subtotal.shop)],
    ['Shipping', show(totals.shipping.shop)],
    [order.taxesIncluded ? 'Tax (included)' : 'Tax', show(totals.tax.shop)],
    ['Total', show(totals.total.shop)],
    ['Paid', show(received.shop)],
    ['Refunded', show(refunded.shop)],
    ['Still owed', show(outstanding.shop)],
  ]
  return html`<dl class="amounts">
      ${rows.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${order.presentmentCurrency === order.currency ? null : html`<p class="quiet">The shopper paid ${display(totals.total.presentment, order.presentmentCurrency)} (rate ${order.rate}).</p>`}`
}

const transactions = (order: SimOrder): Html =>
  table(
    ['Date', 'Kind', 'How', 'Amount', 'Status'],
    order.transactions.map((one) => [
      at(one.processedAt),
      inWords(one.kind),
      wordsOf(one, 'Refund'),
      display(one.amount.shop, order.currency),
      badge(inWords(one.status), one.status === 'SUCCESS' ? 'good' : one.status === 'FAILURE' ? 'bad' : 'warn'),
    ]),
  )

function actions(order: SimOrder, base: string): Html {
  if (order.cancelledAt) return html`<p class="quiet">This order is cancelled.</p>`
  const owed = Number(paymentsOf(order).outstanding.shop) > 0
  return html`<form method="post" class="inline">
    <button formaction="${base}/refund-all">Refund everything</button>
    <button formaction="${base}/fulfil" ${order.fulfilledAt || order.holdUntil ? html` disabled` : null}>
      Fulfil ${order.fulfillments?.length ? 'the rest' : 'everything'}
    </button>
    ${owed ? html`<button formaction="${base}/paid">Mark as paid</button>` : null}
    <button formaction="${base}/cancel" class="danger">Cancel and refund</button>
  </form>`
}
