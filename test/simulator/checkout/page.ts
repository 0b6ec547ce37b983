import { explain } from '../discounts/codes.ts'
import type { PaymentMethod, SimCustomer, SimShop } from '../model.ts'
import { display, toDecimal } from '../money.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { currenciesOfShop, documentOf } from '../storefront/shell.ts'
import { wordsFor } from '../storefront/words.ts'
import type { Checkout } from './desk.ts'
import { COUNTRIES } from './prefill.ts'
import { inPresentment } from './money.ts'
import { shippingPrice } from './quote.ts'
import type { Quote, ShippingMethod } from './quote.ts'
import { quoteSummary } from './summary.ts'

export const METHODS: [PaymentMethod, string][] = [
  ['card', 'Credit card'],
  ['shop_pay', 'Shop Pay'],
  ['paypal', 'PayPal'],
  ['apple_pay', 'Apple Pay'],
  ['google_pay', 'Google Pay'],
  ['klarna', 'Klarna'],
  ['gift_card', 'Gift card'],
  ['manual', 'Cash on delivery'],
]

interface CheckoutView {
  shop: SimShop
  checkout: Checkout
  quoted: Quote
  balance: number // store credit of whoever has logged in, in minor units
  customers: readonly SimCustomer[]
  problem: string | null
}

export function checkoutPage(view: CheckoutView): Html {
  const { shop, checkout, quoted, problem } = view
  const words = wordsFor(checkout.locale)
  const refused = quoted.refused.map(({ code, refusal }) => html`<p class="problem" role="alert">${explain(code, refusal)}</p>`)
  return documentOf(
    `${words.checkout} – ${shop.name}`,
    checkout.locale,
    'checkout',
    html`<body>
      <header class="co-head"><a href="/">${shop.name}</a></header>
      <form method="post" action="/checkouts/${checkout.token}" class="co">
        <main class="co-form">
          ${problem ? html`<p class="problem" role="alert">${problem}</p>` : null} ${contact(view)} ${delivery(view)} ${shipping(view)}
          ${payment(view)} ${recurring(view)}
          <button class="co-pay" name="do" value="pay">${words.payNow}</button>
        </main>
        <aside class="co-side">
          <div>
            ${quoteSummary(
              quoted,
              checkout.locale,
              html`<div class="co-code">
                  <input name="code" placeholder="${words.discountCode}" aria-label="${words.discountCode}" autocomplete="off" /><button
                    name="do"
                    value="code"
                  >
                    ${words.apply}
                  </button>
                </div>
                ${checkout.discountCodes.map((code) => html`<p class="co-applied"><span>${code}</span> <button name="uncode" value="${code}" aria-label="${words.remove} ${code}">×</button></p>`)}${refused}`,
            )}
          </div>
        </aside>
      </form>
      <script>
        for (const e of document.querySelectorAll('[data-now]')) e.addEventListener('change', () => e.form.requestSubmit())
      </script>
    </body>`,
  )
}

function contact({ checkout, customers, shop }: CheckoutView): Html {
  const words = wordsFor(checkout.locale)
  return html`<section>
    <h2>${words.contact}</h2>
    <label
      >Check out as<select name="as" data-now>
        <option value="">A new shopper</option>
        ${customers.map(
          (customer) =>
            html`<option value="${customer.id}" ${customer.id === checkout.customerId ? html` selected` : null}>
              ${customer.firstName} ${customer.lastName} ·
              ${customer.ordersCount === 0 ? 'no order yet' : `${customer.ordersCount} orders, ${display(customer.totalSpent, shop.currency)}`}
            </option>`,
        )}
      </select></label
    >
    <label>${words.email}<input name="email" type="email" value="${checkout.email}" autocomplete="email" /></label>
    <input type="hidden" name="newsAsked" value="1" />
    <label class="check"><input type="checkbox" name="news" ${checkout.acceptsMarketing ? html` checked` : null} /> ${words.news}</label>
    <div class="pair">
      <label
        >Language<select name="locale" data-now>
          ${shop.locales.map((one) => html`<option${one === checkout.locale ? html` selected` : null}>${one}</option>`)}
        </select></label
      >
      <label
        >Currency<select name="currency" data-now>
          ${currenciesOfShop(shop).map((one) => html`<option${one === checkout.presentmentCurrency ? html` selected` : null}>${one}</option>`)}
        </select></label
      >
    </div>
  </section>`
}

function delivery({ checkout }: CheckoutView): Html {
  const words = wordsFor(checkout.locale)
  const { address } = checkout
  const names = new Intl.DisplayNames([checkout.locale], { type: 'region' })
  const known = address?.countryCode ?? 'DE'
  const field = (name: string, label: string, value: string | null | undefined) =>
    html`<label>${label}<input name="${name}" value="${value}" /></label>`
  return html`<section>
    <h2>${words.delivery}</h2>
    <label
      >${words.country}<select name="countryCode" data-now>
        ${[...new Set([known, ...COUNTRIES])].map((code) => html`<option value="${code}" ${code === known ? html` selected` : null}>${names.of(code)}</option>`)}
      </select></label
    >
    <div class="pair">
      ${field('firstName', words.firstName, address?.firstName)}${field('lastName', words.lastName, address?.lastName)}
    </div>
    ${field('address1', words.address, address?.address1)}
    <div class="pair">${field('zip', words.zip, address?.zip)}${field('city', words.city, address?.city)}</div>
  </section>`
}

function shipping({ checkout, shop, quoted }: CheckoutView): Html | null {
  if (!quoted.shipping) return null
  const words = wordsFor(checkout.locale)
  const chosen = quoted.shipping.method.code
  return html`<section>
    <h2>${words.shippingMethod}</h2>
    <div class="options" role="radiogroup" aria-label="${words.shippingMethod}">
      ${shop.shippingMethods.map(
        (method) =>
          html`<label class="option"
            ><input type="radio" name="shippingMethod" value="${method.code}" data-now${method.code === chosen ? html` checked` : null} />
            <span>${method.title}</span><span>${methodPrice(method, quoted, shop, checkout.locale)}</span></label
          >`,
      )}
    </div>
  </section>`
}

function methodPrice(method: ShippingMethod, quoted: Quote, shop: SimShop, locale: string): string {
  const price = shippingPrice(method, quoted.subtotal + quoted.discount, shop.currency)
  const { presentment } = quoted.currencies
  return price === 0 ? wordsFor(locale).free : display(toDecimal(inPresentment(price, quoted.currencies), presentment), presentment, locale)
}

/** The rest is paid by the method below. */
const storeCredit = ({ usesStoreCredit, presentmentCurrency, locale }: Checkout, balance: number): Html =>
  html`<input type="hidden" name="creditAsked" value="1" /><label class="check"
      ><input type="checkbox" name="credit" ${usesStoreCredit ? html` checked` : null} /> Store credit
      (${display(toDecimal(balance, presentmentCurrency), presentmentCurrency, locale)})</label
    >`

/** Shopify's own consent: whoever pays for something that comes again agrees to that. */
const recurring = ({ checkout, quoted }: CheckoutView): Html | null =>
  quoted.lines.some(({ plan }) => plan) ? html`<p class="quiet">${wordsFor(checkout.locale).recurring}</p>` : null

function payment({ checkout, balance }: CheckoutView): Html {
  const words = wordsFor(checkout.locale)
  return html`<section>
    <h2>${words.payment}</h2>
    ${balance > 0 ? storeCredit(checkout, balance) : null}
    <div class="options" role="radiogroup" aria-label="${words.payment}">
      ${METHODS.map(
        ([method, name]) =>
          html`<label class="option"
            ><input type="radio" name="paymentMethod" value="${method}" ${method === checkout.paymentMethod ? html` checked` : null} /><span
              >${name}</span
            >
            <span class="mark">${method === 'card' ? '•••• 4242' : ''}</span></label
          >`,
      )}
    </div>
  </section>`
}
