import type { SimShop } from '../model.ts'
import { convertMinor, display, toDecimal, toMinor } from '../money.ts'
import { marketPrice } from '../shop/markets.ts'
import { directionOf, html } from './html.ts'
import type { Html } from './html.ts'
import { wordsFor } from './words.ts'
import type { Words } from './words.ts'

/** How this shopper sees the shop. */
export interface Looks {
  shop: SimShop
  locale: string
  currency: string
  words: Words
  cartCount: number
}

export const looksOf = (shop: SimShop, locale: string, currency: string, cartCount = 0): Looks => ({
  shop,
  locale,
  currency,
  words: wordsFor(locale),
  cartCount,
})

/** What goods cost her. */
export const priceOfGoods = (looks: Looks, amount: string): string =>
  price(looks, toDecimal(marketPrice(looks.shop, amount, looks.currency), looks.shop.currency))

/** An amount of the shop in the shopper's currency and way of writing. */
export const price = ({ shop, currency, locale }: Looks, amount: string): string => {
  const rate = currency === shop.currency ? 1 : (shop.rates[currency] ?? 1)
  return display(toDecimal(convertMinor(toMinor(amount, shop.currency), shop.currency, currency, rate), currency), currency, locale)
}

export const documentOf = (title: string, locale: string, stylesheet: string, body: Html, themeStyles: readonly string[] = []): Html =>
  html`<html lang="${locale}" dir="${directionOf(locale)}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/__simulator/styles/${stylesheet}.css" />
      ${themeStyles.map((name) => html`<link rel="stylesheet" href="/__simulator/theme-assets/${name}" />`)}
    </head>
    ${body}
  </html>`

const languageName = (locale: string) => new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale

export function storePage(
  looks: Looks,
  title: string,
  content: Html,
  { query = '', styles = [] }: { query?: string; styles?: readonly string[] } = {},
): Html {
  const { shop, words } = looks
  return documentOf(
    `${title} – ${shop.name}`,
    looks.locale,
    'storefront',
    html`<body>
      <a class="skip" href="#main">${words.skip}</a>
      <header class="store-head">
        <div class="wrap">
          <a class="store-name" href="/">${shop.name}</a>
          <form class="store-search" action="/" role="search">
            <input type="search" name="q" value="${query}" placeholder="${words.search}" aria-label="${words.search}" />
          </form>
          <form class="store-choice" action="/preferences" method="post">
            <select name="locale" aria-label="Language" onchange="this.form.submit()">
              ${shop.locales.map((one) => html`<option value="${one}" ${one === looks.locale ? html` selected` : null}>${languageName(one)}</option>`)}
            </select>
            <select name="currency" aria-label="Currency" onchange="this.form.submit()">
              ${currenciesOfShop(shop).map((one) => html`<option${one === looks.currency ? html` selected` : null}>${one}</option>`)}
            </select>
            <noscript><button>OK</button></noscript>
          </form>
          <a class="store-cart" href="/cart"
            >${words.cart}${looks.cartCount > 0 ? html` <span class="count">${looks.cartCount}</span>` : null}</a
          >
        </div>
      </header>
      <main id="main" class="wrap">${content}</main>
      <footer class="store-foot">
        <div class="wrap">${shop.name} · a simulated shop · <a href="/__simulator/admin">admin</a></div>
      </footer>
    </body>`,
    styles,
  )
}

export const currenciesOfShop = (shop: SimShop): string[] => [
  shop.currency,
  ...Object.keys(shop.rates).filter((currency) => currency !== shop.currency),
]
