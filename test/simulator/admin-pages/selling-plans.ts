import type { SimPricingPolicy, SimShop } from '../model.ts'
import { display, toDecimal, toMinor } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { addPlan, listPlanGroups, type PlanGroup } from '../shop/selling-plans.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { card, table } from './shell.ts'
import type { Frame } from './shell.ts'

const MOST_PRODUCTS = 1_000
const NAMED = 3

/** Stands in for the subscriptions app that a real shop has: groups of plans, and which products they are sold with. */
export async function sellingPlansPage(simulator: Simulator, { shop }: Frame): Promise<Html> {
  const groups = await listPlanGroups(simulator, shop)
  const products = await simulator.store.list(shop.domain, 'product', { limit: MOST_PRODUCTS })
  const titles = products.map(({ id, title }) => ({ id, title })).sort((a, b) => a.title.localeCompare(b.title))
  return html`<p class="quiet">A shop’s subscriptions app sets these up. This page stands in for it.</p>
    ${groups.length === 0 ? card('', html`<p class="quiet">Nothing here yet.</p>`) : groups.map((group) => groupCard(shop, group))}
    ${card('New plan', newPlan(shop, groups, titles))}`
}

function groupCard(shop: SimShop, { id, name, plans, products }: PlanGroup): Html {
  const named = products.slice(0, NAMED).map(({ title }) => title)
  const more = products.length > NAMED ? ` and ${products.length - NAMED} more` : ''
  const rows = plans.map((plan) => [plan.name, plan.pricingPolicies.map((policy) => say(policy, shop)).join(', ') || 'the listed price'])
  return card(
    name,
    html`${table(['Plan', 'Price'], rows)}
      <p class="quiet">Sold with ${named.join(', ')}${more}.</p>
      <form method="post" action="/store/${shop.handle}/selling-plans/${id}/remove">
        <button aria-label="Remove ${name}">Remove</button>
      </form>`,
  )
}

function say(policy: SimPricingPolicy, { currency }: SimShop): string {
  const when = policy.afterCycle === null ? '' : ` after ${policy.afterCycle} deliveries`
  if (policy.adjustmentType === 'PERCENTAGE') return `${policy.percentage} % off${when}`
  return `${display(policy.amount, currency)}${policy.adjustmentType === 'PRICE' ? '' : ' off'}${when}`
}

const KINDS = html`<option value="PERCENTAGE">Percentage off</option>
  <option value="FIXED_AMOUNT">Amount off each</option>
  <option value="PRICE">A price of its own</option>`

const newPlan = (shop: SimShop, groups: readonly PlanGroup[], products: readonly { id: number; title: string }[]): Html =>
  html`<form method="post" action="/store/${shop.handle}/selling-plans" class="fields">
    <label>Group <input name="group" required list="groups" placeholder="Subscribe and save" /></label>
    <datalist id="groups">${groups.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
    <label>Plan <input name="name" required placeholder="Delivered every month, 10 % off" /></label>
    <label
      >Price
      <select name="kind">
        ${KINDS}
      </select></label
    >
    <label>Value <input name="value" inputmode="decimal" required value="10" /></label>
    <label
      >Then
      <select name="laterKind">
        <option value="">The same for every delivery</option>
        ${KINDS}
      </select></label
    >
    <label>Value then <input name="laterValue" inputmode="decimal" /></label>
    <label>After so many deliveries <input name="afterCycle" type="number" min="0" value="1" /></label>
    <label
      >Products
      <select name="products" multiple size="8">
        ${products.map(({ id, title }) => html`<option value="${id}">${title}</option>`)}
      </select></label
    >
    <p><button class="primary">Create plan</button></p>
  </form>`

/** Writes what the form says; what is wrong with it, if something is. */
export async function createPlan(simulator: Simulator, shop: SimShop, form: FormData): Promise<string | null> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const [group, name] = [text('group'), text('name')]
  const products = form.getAll('products').map(Number)
  const known = (await listPlanGroups(simulator, shop)).some((one) => one.name === group)
  if (group === '' || name === '') return 'A group and a plan need names.'
  if (products.length === 0 && !known) return 'Choose a product that the plan is sold with.'
  const first = policyOf(shop, text('kind'), text('value'), null)
  const later = text('laterKind') === '' ? null : policyOf(shop, text('laterKind'), text('laterValue'), Number(text('afterCycle')))
  if (typeof first === 'string') return first
  if (typeof later === 'string') return later
  await addPlan(simulator, shop, { group, name, pricingPolicies: later ? [first, later] : [first] }, products)
  return null
}

function policyOf({ currency }: SimShop, kind: string, value: string, afterCycle: number | null): SimPricingPolicy | string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number) || number < 0) return 'A price needs a number.'
  if (kind === 'PERCENTAGE') return number > 100 ? 'A percentage is at most 100.' : { afterCycle, adjustmentType: kind, percentage: number }
  if (kind !== 'FIXED_AMOUNT' && kind !== 'PRICE') return 'Choose what the plan makes of the price.'
  return { afterCycle, adjustmentType: kind, amount: toDecimal(toMinor(value, currency), currency) }
}
