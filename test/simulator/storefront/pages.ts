import type { FoundLine } from '../checkout/desk.ts'
import { byPlan } from '../checkout/plan.ts'
import type { SimCollection, SimProduct, SimVariant } from '../model.ts'
import { toDecimal } from '../money.ts'
import { html, json, raw } from './html.ts'
import type { Html } from './html.ts'
import { marketPrice } from '../shop/markets.ts'
import { isAvailable } from '../shop/products.ts'
import { price, priceOfGoods } from './shell.ts'
import type { Looks } from './shell.ts'

const pictureOf = (product: SimProduct, variant?: SimVariant): string =>
  (product.images.find(({ id }) => id === variant?.imageId) ?? product.images[0])?.url ?? `/images/${product.id}.svg`

export interface Listing {
  stars?: ReadonlyMap<number, Html>
  title: string | null // null on the front page
  products: readonly SimProduct[]
  next: string | null
  chips: readonly SimCollection[]
  collection: string | null
}

export function listPage(looks: Looks, { title, products, next, chips, collection, stars }: Listing): Html {
  return html`${title === null ? html`<section class="hero"><h1>${looks.shop.name}</h1></section>` : html`<h1>${title}</h1>`}
    <nav class="chips" aria-label="${looks.words.collections}">
      ${chips.map((one) => html`<a href="/collections/${one.handle}" ${one.handle === collection ? html` aria-current="page"` : null}>${one.title}</a>`)}
    </nav>
    ${
      products.length === 0
        ? html`<p class="quiet">${looks.words.nothing}</p>`
        : html`<ul class="grid">
            ${products.map((product) => card(looks, product, stars?.get(product.id)))}
          </ul>`
    }
    ${next ? html`<p class="more"><a class="button secondary" href="${next}">${looks.words.more}</a></p>` : null}`
}

function card(looks: Looks, product: SimProduct, stars: Html | undefined): Html {
  const cheapest = product.variants.reduce<SimVariant | null>(
    (best, one) => (best && Number(best.price) <= Number(one.price) ? best : one),
    null,
  )
  const sold = product.variants.every((variant) => !isAvailable(variant))
  return html`<li>
    <a class="card" href="/products/${product.handle}">
      <img src="${pictureOf(product)}" alt="" width="400" height="400" loading="lazy" />
      <span class="card-title">${product.title}</span>
      ${stars}
      <span class="card-price"
        >${cheapest ? priceOfGoods(looks, cheapest.price) : ''}${cheapest?.compareAtPrice ? html` <del>${priceOfGoods(looks, cheapest.compareAtPrice)}</del>` : null}${sold ? html` <span class="tag">${looks.words.soldOut}</span>` : null}</span
      >
    </a>
  </li>`
}

/** What the theme's own `product | structured_data` says; blocks of apps add to the same node by its @id. */
const structured = (looks: Looks, product: SimProduct): Html => {
  const single = product.variants.length === 1 && product.variants[0]?.title === 'Default Title'
  const node = {
    '@context': 'http://schema.org/',
    '@type': single ? 'Product' : 'ProductGroup',
    '@id': `/products/${product.handle}#product`,
    name: product.title,
    brand: { '@type': 'Brand', name: product.vendor },
    offers: product.variants.map(({ price: amount }) => ({ '@type': 'Offer', price: amount, priceCurrency: looks.shop.currency })),
  }
  return html`<script type="application/ld+json">
    ${json(node)}
  </script>`
}

export function productPage(looks: Looks, product: SimProduct, blocks: { title: Html | null; end: Html | null }): Html {
  const { words } = looks
  const first = product.variants.find(isAvailable) ?? product.variants[0]
  return html`<article class="product">
      <img
        class="product-image"
        src="${pictureOf(product, first)}"
        alt="${product.images[0]?.alt ?? product.title}"
        width="600"
        height="600"
      />
      <div class="product-facts">
        <p class="quiet">${product.vendor}</p>
        <h1>${product.title}</h1>
        ${blocks.title}
        <p class="product-price">
          ${first ? priceOfGoods(looks, first.price) : ''}${first?.compareAtPrice ? html` <del>${priceOfGoods(looks, first.compareAtPrice)}</del>` : null}
        </p>
        <form action="/cart/add" method="post" class="buy">
          <fieldset class="variants" ${product.variants.length === 1 ? html` hidden` : null}>
            <legend>${product.options.map(({ name }) => name).join(' / ')}</legend>
            ${product.variants.map((variant) => variantChoice(looks, variant, variant === first))}
          </fieldset>
          ${planChoice(looks, product)}
          <label class="amount">${words.quantity} <input type="number" name="quantity" value="1" min="1" max="99" /></label>
          <button class="button" ${first && isAvailable(first) ? null : html` disabled`}>
            ${first && isAvailable(first) ? words.add : words.soldOut}
          </button>
        </form>
        ${first && product.variants.length === 1 ? html`<p class="quiet">${stock(looks, first)}</p>` : null}
        <div class="description">${raw(product.descriptionHtml)}</div>
      </div>
    </article>
    ${structured(looks, product)} ${blocks.end}`
}

const planChoice = ({ words }: Looks, { sellingPlans = [] }: SimProduct): Html | null =>
  sellingPlans.length === 0
    ? null
    : html`<label class="amount"
        >${words.soldAs}
        <select name="plan">
          <option value="">${words.once}</option>
          ${sellingPlans.map((plan) => html`<option value="${plan.id}">${plan.group}: ${plan.name}</option>`)}
        </select></label
      >`

const stock = ({ words }: Looks, variant: SimVariant): string => {
  if (!isAvailable(variant)) return words.soldOut
  return variant.tracked && variant.inventoryQuantity > 0 && variant.inventoryQuantity < 10
    ? `${variant.inventoryQuantity} ${words.left}`
    : words.inStock
}

const variantChoice = (looks: Looks, variant: SimVariant, chosen: boolean): Html =>
  html`<label class="choice"
    ><input
      type="radio"
      name="variant"
      value="${variant.id}"
      ${chosen ? html` checked` : null}${isAvailable(variant) ? null : html` disabled`}
    />
    <span>${variant.title} · ${priceOfGoods(looks, variant.price)} <small>${stock(looks, variant)}</small></span></label
  >`

export function cartPage(looks: Looks, lines: readonly FoundLine[]): Html {
  const { words, shop } = looks
  if (lines.length === 0)
    return html`<h1>${words.cart}</h1>
      <p class="quiet">${words.empty}</p>
      <p><a class="button" href="/">${words.keepShopping}</a></p>`
  const subtotal = lines.reduce((sum, line) => sum + unitOf(looks, line) * line.quantity, 0)
  return html`<h1>${words.cart}</h1>
    <ul class="cart">
      ${lines.map((line) => cartLine(looks, line))}
    </ul>
    <div class="cart-end">
      <p class="cart-total"><span>${words.subtotal}</span> <strong>${price(looks, toDecimal(subtotal, shop.currency))}</strong></p>
      <form action="/checkout" method="post"><button class="button wide">${words.checkout}</button></form>
    </div>`
}

const unitOf = ({ shop, currency }: Looks, { variant, plan }: FoundLine): number =>
  byPlan(marketPrice(shop, variant.price, currency), plan, shop.currency)

const cartLine = (looks: Looks, line: FoundLine): Html => {
  const { product, variant, quantity, plan } = line
  const of = (units: number) => price(looks, toDecimal(units, looks.shop.currency))
  return html`<li class="cart-line">
    <img src="${pictureOf(product, variant)}" alt="" width="72" height="72" />
    <div>
      <a href="/products/${product.handle}">${product.title}</a
      >${product.variants.length > 1 ? html`<br /><small>${variant.title}</small>` : null}${plan ? html`<br /><small>${plan.name}</small>` : null}<br /><small
        >${of(unitOf(looks, line))}</small
      >
    </div>
    <form action="/cart/change" method="post">
      <input type="hidden" name="variant" value="${variant.id}" /><input type="hidden" name="plan" value="${plan?.id ?? ''}" /><input
        type="number"
        name="quantity"
        value="${quantity}"
        min="0"
        max="99"
        aria-label="${looks.words.quantity}"
        onchange="this.form.submit()"
      />
    </form>
    <strong>${of(unitOf(looks, line) * quantity)}</strong>
  </li>`
}
