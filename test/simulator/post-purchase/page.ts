import type { SimOrder, SimShop } from '../model.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { documentOf } from '../storefront/shell.ts'
import { wordsFor } from '../storefront/words.ts'

/** Shopify's frame around the extension: the paid order above, the way out always there. */
export function postPurchasePage(shop: SimShop, order: SimOrder, locale: string, confirmation: string, start: Html): Html {
  const words = wordsFor(locale)
  return documentOf(
    `${words.thanks} – ${shop.name}`,
    locale,
    'post-purchase',
    html`<body data-state="asking">
      <header class="pp-head">
        <div><span class="pp-shop">${shop.name}</span></div>
      </header>
      <p class="pp-paid">
        <span><b>✓</b> ${words.orderPlaced} <bdi class="pp-order">${order.name}</bdi></span>
        <a href="${confirmation}" id="confirmation">${words.viewConfirmation}</a>
      </p>
      <main id="extension"></main>
      <p class="pp-wait" role="status"><span class="spinner" data-size="large"></span><span>${words.loading}</span></p>
      <script type="application/json" id="start">
        ${start}
      </script>
      <script src="/__simulator/post-purchase/host.js"></script>
    </body>`,
  )
}
