import type { SimOrder, SimShop, SimTransaction } from '../model.ts'
import { display } from '../money.ts'
import { WHY_NOT } from '../post-purchase/eligibility.ts'
import type { Ineligible } from '../post-purchase/eligibility.ts'
import type { Simulator } from '../simulator.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { documentOf } from '../storefront/shell.ts'
import { wordsFor } from '../storefront/words.ts'
import type { Checkout } from './desk.ts'
import { orderSummary } from './summary.ts'

export function thankYouPage(simulator: Simulator, shop: SimShop, order: SimOrder, checkout: Checkout, blocks: Html | null): Html {
  const words = wordsFor(checkout.locale)
  const name = order.shippingAddress?.firstName ?? ''
  return confirmation(
    shop,
    order,
    checkout.locale,
    html`<p class="quiet"><bdi>${order.name}</bdi></p>
      <h1>${words.thanks}${name ? `, ${name}` : ''}</h1>
      <div class="panel">
        <h2>${words.confirmed}</h2>
        <p>${words.confirmedBody}</p>
      </div>
      ${blocks} ${charges(order, checkout.locale)}${addressPanel(order, checkout.locale)}
      <p><a class="co-pay" href="/orders/${order.token}">${words.status}</a></p>
      ${behindTheScenes(simulator, shop, order, checkout)}`,
  )
}

export function orderStatusPage(shop: SimShop, order: SimOrder, blocks: Html | null): Html {
  const words = wordsFor(order.locale)
  const delivered = (order.fulfillments ?? []).filter(({ deliveredAt }) => deliveredAt !== null)
  const isDelivered = order.fulfilledAt !== null && delivered.length > 0 && delivered.length === order.fulfillments?.length
  const state = order.cancelledAt ? words.cancelled : isDelivered ? words.delivered : order.fulfilledAt ? words.onItsWay : words.preparing
  return confirmation(
    shop,
    order,
    order.locale,
    html`<p class="quiet"><bdi>${order.name}</bdi></p>
      <h1>${state}</h1>
      ${blocks} ${charges(order, order.locale)}${addressPanel(order, order.locale)}
      <p><a class="co-pay" href="/">${words.keepShopping}</a></p>`,
  )
}

const confirmation = (shop: SimShop, order: SimOrder, locale: string, content: Html): Html =>
  documentOf(
    `${order.name} – ${shop.name}`,
    locale,
    'checkout',
    html`<body>
      <header class="co-head"><a href="/">${shop.name}</a></header>
      <div class="co">
        <main class="co-form">${content}</main>
        <aside class="co-side"><div>${orderSummary(order, locale)}</div></aside>
      </div>
    </body>`,
  )

/** Each charge of its own: the purchase, then what was added after it. */
function charges(order: SimOrder, locale: string): Html {
  const words = wordsFor(locale)
  return html`<div class="panel">
    <h2>${words.payment}</h2>
    <ul class="charges">
      ${order.transactions.map(
        (one, index) =>
          html`<li data-kind="${one.kind}" data-status="${one.status}">
            <span
              >${wordsOf(one, words.refunded)}${one.kind === 'SALE' && index > 0 ? html`<br /><small>${words.addedAfter}</small>` : null}</span
            >
            <b>${display(one.amount.presentment, order.presentmentCurrency, locale)}</b>
          </li>`,
      )}
    </ul>
  </div>`
}

const WALLETS: Record<string, string> = { SHOP_PAY: 'Shop Pay', APPLE_PAY: 'Apple Pay', GOOGLE_PAY: 'Google Pay' }

export function wordsOf(transaction: SimTransaction, refunded: string): string {
  const { paymentDetails: details } = transaction
  const how =
    details?.type === 'CardPaymentDetails'
      ? `${details.company} ${details.number}${details.wallet ? ` (${WALLETS[details.wallet] ?? details.wallet})` : ''}`
      : (details?.name ?? transaction.gateway)
  const prefix = transaction.kind === 'REFUND' ? `${refunded}: ` : ''
  return `${prefix}${how}${transaction.status === 'FAILURE' ? ' – declined' : ''}`
}

function addressPanel(order: SimOrder, locale: string): Html | null {
  const to = order.shippingAddress
  if (!to) return null
  const country = new Intl.DisplayNames([locale], { type: 'region' }).of(to.countryCode) ?? to.countryCode
  return html`<div class="panel">
    <h2>${wordsFor(locale).delivery}</h2>
    <p>${to.firstName} ${to.lastName}<br />${to.address1}<br />${to.zip} ${to.city}<br />${country}</p>
  </div>`
}

/** For whoever tries the simulator: why there was or was not a post-purchase page. */
function behindTheScenes({ port }: Simulator, shop: SimShop, order: SimOrder, { whyNotEligible }: Checkout): Html {
  const why = whyNotEligible ? (WHY_NOT[whyNotEligible as Ineligible] ?? whyNotEligible) : 'The post-purchase page was shown.'
  return html`<p class="behind" dir="ltr" lang="en">
    <b>Simulator:</b> ${why} <a href="http://admin.localhost:${port}/store/${shop.handle}/orders/${order.id}">See the order in the admin</a>
  </p>`
}
