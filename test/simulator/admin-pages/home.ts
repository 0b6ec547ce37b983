import type { SimShop } from '../model.ts'
import { display } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { totalsOf } from '../shop/orders-totals.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { documentOf } from '../storefront/shell.ts'
import { whatToTry } from './what-to-try.ts'
import { badge, card, table } from './shell.ts'
import type { Frame } from './shell.ts'

/** The first page of all: what there is, and what to try. */
export function startPage(shops: readonly SimShop[], port: number): Html {
  const [first] = shops
  const store = (shop: SimShop) => `http://${shop.handle}.localhost:${port}/`
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
        ${first ? whatToTry(first, port) : null}
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
