import type { SimShop } from '../model.ts'
import { display } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { totalsOf } from '../shop/orders-totals.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { documentOf } from '../storefront/shell.ts'
import { badge, card, table } from './shell.ts'
import type { Frame } from './shell.ts'

/** The first page of all: what there is, and what to try. */
export function startPage(shops: readonly SimShop[], port: number): Html {
  const [first] = shops
  const store = (shop: SimShop) => `http://${shop.handle}.localhost:${port}/`
  const step = (title: string, text: Html) =>
    html`<li>
      <h3>${title}</h3>
      <p>${text}</p>
    </li>`
  return documentOf(
    'Encore, in a simulated Shopify',
    'en',
    'admin',
    html`<body class="start">
      <main>
        <p class="eyebrow">A Shopify that runs on this machine</p>
        <h1>Try Encore</h1>
        <p class="lead">
          These shops are simulated, with products, customers and a year of orders. Encore runs in them as it would on Shopify: nothing here
          leaves your computer, and no money moves.
        </p>
        <ul class="shop-cards">
          ${shops.map(
            (shop) =>
              html`<li>
                <h2>${shop.name}</h2>
                <p class="quiet">${shop.currency} · ${shop.country} · ${shop.locales.join(', ')}</p>
                <p>${shop.installed ? badge('Encore is installed', 'good') : badge('Encore is not installed yet')}</p>
                <p class="inline">
                  <a class="button primary" href="/store/${shop.handle}/apps/encore">Open Encore</a>
                  <a class="button" href="${store(shop)}">Visit the store</a> <a class="button" href="/store/${shop.handle}">Admin</a>
                </p>
              </li>`,
          )}
        </ul>
        ${
          first
            ? html`<ol class="steps">
                ${step('Make an offer', html`Open <a href="/store/${first.handle}/apps/encore">Encore in ${first.name}</a>, create an offer for whoever buys a phone, for example a case at 15 % off, and activate it.`)}
                ${step('Buy a phone', html`In <a href="${store(first)}?q=phone">the store</a>, put a phone into the cart and check out. The form is filled in already: choose <em>Credit card</em> and press <em>Pay now</em>.`)}
                ${step('Accept the offer', html`After the payment the post-purchase page appears, running the very extension that would be deployed to Shopify. One click adds the case to the order.`)}
                ${step('See what it earned', html`The order now holds both products and two charges. In Encore’s home page the offer shows an impression, an acceptance and its revenue. Refund the case in <a href="/store/${first.handle}/orders">Orders</a> and the revenue falls.`)}
                ${step('See a silence explained', html`Buy again with <em>Apple Pay</em>: Shopify shows no post-purchase page for wallets, and that order’s page in Encore says so.`)}
                ${step('Make trouble', html`<a href="/store/${first.handle}/faults">Faults</a> breaks calls and webhooks on demand; <a href="/store/${first.handle}/clock">Clock</a> pushes time forward.`)}
              </ol>`
            : null
        }
      </main>
    </body>`,
  )
}

export async function shopHome(simulator: Simulator, { shop }: Frame): Promise<Html> {
  const [orders, products, customers, latest] = await Promise.all([
    simulator.store.count(shop.domain, 'order'),
    simulator.store.count(shop.domain, 'product'),
    simulator.store.count(shop.domain, 'customer'),
    simulator.store.list(shop.domain, 'order', { limit: 8, reverse: true }),
  ])
  const base = `/store/${shop.handle}`
  const counts: [string, number, string][] = [
    ['Orders', orders, 'orders'],
    ['Products', products, 'products'],
    ['Customers', customers, 'customers'],
  ]
  return html`<ul class="counts">
      ${counts.map(
        ([label, count, path]) =>
          html`<li>
            <a href="${base}/${path}"><b>${count.toLocaleString('en')}</b>${label}</a>
          </li>`,
      )}
    </ul>
    ${card(
      'Latest orders',
      table(
        ['Order', 'Total', 'Items'],
        latest.map((order) => [
          html`<a href="${base}/orders/${order.id}">${order.name}</a>`,
          display(totalsOf(order).total.shop, order.currency),
          order.lines.map(({ title }) => title).join(', '),
        ]),
      ),
    )}
    <p><a class="button primary" href="${base}/apps/encore">Open Encore</a></p>`
}
