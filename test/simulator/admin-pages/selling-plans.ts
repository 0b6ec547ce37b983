import type { SimPricingPolicy, SimRhythm, SimSellingPlan, SimShop } from '../model.ts'
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
  const rows = plans.map((plan) => [
    plan.name,
    plan.pricingPolicies.map((policy) => say(policy, shop)).join(', ') || 'the listed price',
    sayPaid(plan),
  ])
  return card(
    name,
    html`${table(['Plan', 'Price', 'Paid'], rows)}
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

const sayPaid = ({ billing }: SimSellingPlan): string => {
  if (billing === 'fixed') return 'in part now, the rest later'
  return billing ? `ahead, every ${billing.intervalCount} ${billing.interval.toLowerCase()}s` : 'with each delivery'
}

const KINDS = html`<option value="PERCENTAGE">Percentage off</option>
  <option value="FIXED_AMOUNT">Amount off each</option>
  <option value="PRICE">A price of its own</option>`

const INTERVALS = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const

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
    <label>Delivered every <input name="every" type="number" min="1" value="1" /></label>
    <label
      >Of
      <select name="interval">
        ${INTERVALS.map((interval) => html`<option value="${interval}" ${interval === 'MONTH' ? 'selected' : ''}>${interval.toLowerCase()}s</option>`)}
      </select></label
    >
    <label
      >Paid
      <select name="paid">
        <option value="">With each delivery</option>
        <option value="ahead">Ahead, for so many deliveries (prepaid)</option>
        <option value="fixed">In part now, the rest later (pre-order)</option>
      </select></label
    >
    <label>Deliveries paid ahead <input name="ahead" type="number" min="2" value="3" /></label>
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
  const paid = rhythmsOf(text)
  if (typeof paid === 'string') return paid
  await addPlan(simulator, shop, { group, name, ...paid, pricingPolicies: later ? [first, later] : [first] }, products)
  return null
}

function rhythmsOf(text: (name: string) => string): Pick<SimSellingPlan, 'delivery' | 'billing'> | string {
  const interval = INTERVALS.find((one) => one === (text('interval') || 'MONTH'))
  const [every, ahead] = [Number(text('every') || 1), Number(text('ahead'))]
  if (!interval || !Number.isInteger(every) || every < 1) return 'A delivery comes every so many days, weeks, months or years.'
  const delivery: SimRhythm = { interval, intervalCount: every }
  if (text('paid') === 'fixed') return { delivery, billing: 'fixed' }
  if (text('paid') === '') return { delivery }
  if (text('paid') !== 'ahead' || !Number.isInteger(ahead) || ahead < 2) return 'What is paid ahead is for two deliveries or more.'
  return { delivery, billing: { interval, intervalCount: every * ahead } }
}

function policyOf({ currency }: SimShop, kind: string, value: string, afterCycle: number | null): SimPricingPolicy | string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number) || number < 0) return 'A price needs a number.'
  if (kind === 'PERCENTAGE') return number > 100 ? 'A percentage is at most 100.' : { afterCycle, adjustmentType: kind, percentage: number }
  if (kind !== 'FIXED_AMOUNT' && kind !== 'PRICE') return 'Choose what the plan makes of the price.'
  return { afterCycle, adjustmentType: kind, amount: toDecimal(toMinor(value, currency), currency) }
}
