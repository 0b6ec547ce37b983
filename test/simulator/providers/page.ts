import { at, badge, card, table } from '../admin-pages/shell.ts'
import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { documentOf } from '../storefront/shell.ts'
import { APPS } from './apps.ts'
import type { ReviewApp } from './apps.ts'
import type { PlayedDelivery } from './delivery.ts'
import { sendForm } from './page-form.ts'
import { addressKey } from './play.ts'

/** One page: which shop, which app, its address and keys, what to send, what became of it. */
export async function providersPage(simulator: Simulator, query: URLSearchParams): Promise<Html> {
  const shops = await simulator.store.shops()
  const shop = shops.find(({ handle }) => handle === query.get('shop')) ?? shops[0]
  const provider = query.get('provider') ?? 'judgeme'
  const app = APPS[provider]
  const content = shop && app ? await desk(simulator, shop, provider, app, query.get('problem')) : html`<p>There is no such review app.</p>`
  return documentOf(
    'Review apps',
    'en',
    'admin',
    html`<body class="start">
      <main>
        <p class="eyebrow"><a href="http://admin.localhost:${simulator.port}/">Simulated admin</a> · simulated review apps</p>
        <h1>Play a review app</h1>
        <p class="lead">
          A shop may keep the review app that it has. Here you are that app: what you send reaches Encore signed as the real one signs it.
        </p>
        <p class="inline apps">
          ${shops.map((one) => html`<a class="button ${one === shop ? 'primary' : ''}" href="/?shop=${one.handle}&provider=${provider}">${one.name}</a>`)}
        </p>
        <p class="inline apps">
          ${Object.entries(APPS).map(([name, one]) => html`<a class="button ${name === provider ? 'primary' : ''}" href="/?shop=${shop?.handle ?? ''}&provider=${name}">${one.label}</a>`)}
        </p>
        ${content}
      </main>
    </body>`,
  )
}

async function desk(simulator: Simulator, shop: SimShop, provider: string, app: ReviewApp, problem: string | null): Promise<Html> {
  const address = await simulator.store.setting(addressKey(shop.domain, provider), '')
  const [products, orders, reviews, deliveries] = await Promise.all([
    simulator.store.list(shop.domain, 'product', { limit: 100 }),
    simulator.store.list(shop.domain, 'order', { limit: 40, reverse: true }),
    simulator.store.list(shop.domain, 'playedReview', { limit: 60, reverse: true }),
    simulator.store.list(shop.domain, 'playedDelivery', { limit: 60, reverse: true }),
  ])
  const mine = deliveries.filter((one) => one.provider === provider).slice(0, 15)
  const where = `shop=${shop.handle}&provider=${provider}`
  return html`${problem ? html`<p>${badge(problem, 'bad')}</p>` : null}
    <p class="quiet">${app.note}</p>
    ${provider === 'flow' || provider === 'shopify' ? null : card('Its settings', settings(where, address, app.keys(shop.domain)))}
    ${card('A shopper reviews', sendForm({ where, app, products, orders, reviews: reviews.filter((one) => one.provider === provider) }))}
    ${card('What was sent', sent(mine))}`
}

const KEY_NAMES = { secret: 'Secret', apiKey: 'API key' } as const

const settings = (where: string, address: string, keys: { secret?: string; apiKey?: string }): Html =>
  html`<form method="post" action="/address?${where}">
      <label
        >Address to send to <input name="address" value="${address}" placeholder="Paste the address that Encore shows" size="80"
      /></label>
      <button>Save</button>
    </form>
    ${(Object.keys(KEY_NAMES) as (keyof typeof KEY_NAMES)[]).map((name) =>
      keys[name] ? html`<p>${KEY_NAMES[name]}: <code data-key="${name}">${keys[name]}</code></p>` : null,
    )}`

const TONES = { delivered: 'good', waiting: 'warn', failed: 'bad' } as const

const sent = (deliveries: readonly PlayedDelivery[]): Html =>
  table(
    ['When', 'Event', 'State', 'Answers'],
    deliveries.map((one) => [
      at(one.updatedAt),
      one.mischief ? `${one.event} (${one.mischief})` : one.event,
      badge(one.state, TONES[one.state]),
      one.log.map(({ status, answer }) => `${status ?? 'no answer'} ${answer}`).join(' · '),
    ]),
  )
