import type { SimOrder, SimProduct } from '../model.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import type { ReviewApp } from './apps.ts'
import type { PlayedReview } from './played.ts'

interface Wanted {
  where: string
  app: ReviewApp
  products: readonly SimProduct[]
  orders: readonly SimOrder[]
  reviews: readonly PlayedReview[]
}

const option = (value: string | number, label: string, chosen = false): Html =>
  html`<option value="${value}" ${chosen ? html` selected` : null}>${label}</option>`
const amount = (name: string, label: string, least: number, most: number, value: number): Html =>
  html`<label>${label} <input type="number" name="${name}" min="${least}" max="${most}" value="${value}" /></label>`

const WAYS = [
  ['once', 'Send'],
  ['thrice', 'Send three times'],
  ['out-of-order', 'Photo first, then the review'],
  ['wrong-signature', 'Sign it wrongly'],
  ['late-signature', 'Sign it ten minutes ago'],
] as const

/** What the person says of the review, and how it is sent. */
export function sendForm({ where, app, products, orders, reviews }: Wanted): Html {
  const bought = orders.find(({ email, cancelledAt }) => email && !cancelledAt)
  return html`<form method="post" action="/send?${where}" class="stacked">
    <p class="inline">
      <label
        >Review
        <select name="review">
          ${option('', 'A new one')}${reviews.map((one) => option(one.id, `${one.product.title}, ${one.email}`))}
        </select></label
      >
      <label
        >Event
        <select name="event">
          ${['created', 'updated', 'deleted'].map((event) => option(event, event))}
        </select></label
      >
      <label
        >Product
        <select name="product">
          ${products.map(({ id, title }) => option(id, title, id === bought?.lines[0]?.productId))}
        </select></label
      >
    </p>
    <p class="inline">
      <label>E-mail <input name="email" value="${bought?.email ?? 'shopper@example.com'}" /></label>
      <label
        >Order
        <select name="order">
          ${option('', 'not told')}${orders.map(({ id, name, email }) => option(id, `${name} ${email ?? ''}`, id === bought?.id))}
        </select></label
      >
    </p>
    <p class="inline">
      ${amount('rating', 'Stars', 1, 5, 4)} ${amount('photos', 'Photos', 0, 5, 0)} ${amount('videos', 'Videos', 0, 1, 0)}
      <label
        >What is odd about it
        <select name="oddity">
          ${option('', 'nothing')}${app.oddities.map((one) => option(one, one))}
        </select></label
      >
    </p>
    <p>
      <label>Text <input name="text" size="80" value="Soft and warm, the seams could be better." /></label>
    </p>
    <p class="inline">${WAYS.map(([how, label]) => html`<button name="how" value="${how}" class="button">${label}</button>`)}</p>
  </form>`
}
