import type { SimShop } from '../model.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'

const step = (title: string, text: Html) =>
  html`<li>
    <h3>${title}</h3>
    <p>${text}</p>
  </li>`

/** The story of the product, in the order in which a new user can live it. */
export function whatToTry(first: SimShop, port: number): Html {
  const store = `http://${first.handle}.localhost:${port}/`
  return html`<ol class="steps">
    ${step('Make an offer', html`Open <a href="/store/${first.handle}/apps/encore">Encore in ${first.name}</a>, create an offer for whoever buys a phone, for example a case at 15 % off, and activate it.`)}
    ${step('Buy a phone', html`In <a href="${store}?q=phone">the store</a>, put a phone into the cart and check out. The form is filled in already: choose <em>Credit card</em> and press <em>Pay now</em>.`)}
    ${step('Accept the offer', html`After the payment the post-purchase page appears, running the very extension that would be deployed to Shopify. One click adds the case to the order.`)}
    ${step('See what it earned', html`The order now holds both products and two charges. In Encore’s home page the offer shows an impression, an acceptance and its revenue. Refund the case in <a href="/store/${first.handle}/orders">Orders</a> and the revenue falls.`)}
    ${step('See a silence explained', html`Buy again with <em>Apple Pay</em>: Shopify shows no post-purchase page for wallets, and that order’s page in Encore says so.`)}
    ${step('Meet those who paid so', html`Encore’s block stands on the thank-you page and on the order’s page: <a href="/store/${first.handle}/settings/checkout/editor?page=thank-you&amp;context=apps">Checkout, Customize</a> is where a merchant places it. Whoever pays with <em>Apple Pay</em> finds the offer there, and one click leads to a checkout that is filled in.`)}
    ${step('Be asked what you think', html`In <a href="/store/${first.handle}/orders">Orders</a> fulfil what you bought (with the box for news ticked: in Germany only those who agreed are asked), and push the <a href="/store/${first.handle}/clock">Clock</a> two weeks on, to noon: the mail with the link to the form is at <a href="http://mail.localhost:${port}/">mail.localhost</a>. What you write stands on the product’s page, and your code works at the checkout.`)}
    ${step('Read her mail', html`Whatever Encore writes to shoppers arrives at <a href="http://mail.localhost:${port}/">mail.localhost</a>, each address with a box of its own.`)}
    ${step('Keep the review app you have', html`Connect one under Rewards, Review apps, and play it at <a href="http://providers.localhost:${port}/?shop=${first.handle}">providers.localhost</a>: its webhooks arrive signed as the real ones are, three times, out of order or forged if you like.`)}
    ${step('Make trouble', html`<a href="/store/${first.handle}/faults">Faults</a> breaks calls and webhooks on demand; <a href="/store/${first.handle}/clock">Clock</a> pushes time forward.`)}
  </ol>`
}
