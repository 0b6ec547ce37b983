import type { SimDiscount, SimShop } from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'
import type { Simulator } from '../simulator.ts'
import { discountPayload, discountStatus } from '../webhooks/payloads/discounts.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { at, badge, card, table } from './shell.ts'
import type { Frame } from './shell.ts'

const CLASSES = [
  ['orderDiscounts', 'order discounts'],
  ['productDiscounts', 'product discounts'],
  ['shippingDiscounts', 'shipping discounts'],
] as const

export async function discountsPage(simulator: Simulator, { shop }: Frame): Promise<Html> {
  const discounts = await simulator.store.list(shop.domain, 'discount', { limit: 100, reverse: true })
  const rows = discounts.map((discount) => [
    discount.codes
      .slice(0, 3)
      .map(({ code }) => code)
      .join(', ') + (discount.codes.length > 3 ? ` and ${discount.codes.length - 3} more` : ''),
    worth(discount),
    badge(
      discountStatus(discount, simulator.clock.now()).toLowerCase(),
      discountStatus(discount, simulator.clock.now()) === 'ACTIVE' ? 'good' : 'plain',
    ),
    CLASSES.filter(([name]) => discount.combinesWith[name])
      .map(([, words]) => words)
      .join(', ') || 'nothing',
    discount.codes.reduce((sum, { used }) => sum + used, 0),
    discount.endsAt ? at(discount.endsAt) : 'no end',
  ])
  return html`${card('', table(['Code', 'Worth', 'Status', 'Combines with', 'Used', 'Ends'], rows))}${card('New code', newCode(shop))}`
}

const worth = ({ kind, value, items }: SimDiscount): string => {
  if (kind === 'free_shipping') return 'free shipping'
  const amount =
    value && 'percentage' in value ? `${Math.round(value.percentage * 1000) / 10} %` : `${value?.amount ?? 0}${value?.each ? ' each' : ''}`
  return `${amount} off ${'all' in items ? 'the order' : 'certain products'}`
}

const newCode = (shop: SimShop): Html =>
  html`<form method="post" action="/store/${shop.handle}/discounts" class="fields">
    <label>Code <input name="code" required placeholder="SPRING" /></label>
    <label
      >Kind
      <select name="kind">
        <option value="percentage">Percentage off the order</option>
        <option value="amount">Amount off the order</option>
        <option value="free_shipping">Free shipping</option>
      </select></label
    >
    <label>Value <input name="value" inputmode="decimal" value="10" /></label>
    <label>Minimum subtotal <input name="minimum" inputmode="decimal" /></label>
    <label>Limit of uses <input name="limit" type="number" min="1" /></label>
    <label>Ends <input name="ends" type="datetime-local" /></label>
    <label class="check"><input type="checkbox" name="once" /> once per customer</label>
    ${CLASSES.map(([name, words]) => html`<label class="check"><input type="checkbox" name="${name}" /> combines with ${words}</label>`)}
    <p><button class="primary">Create</button></p>
  </form>`

export async function createDiscount(simulator: Simulator, shop: SimShop, form: FormData): Promise<string | null> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const code = text('code').toUpperCase()
  if (code === '') return 'A code needs letters.'
  if (await simulator.store.find(shop.domain, 'discount', code)) return `${code} exists already.`
  const now = simulator.clock.now().toISOString()
  const amount = (name: string) => toDecimal(toMinor(text(name) || '0', shop.currency), shop.currency)
  const discount: SimDiscount = {
    id: await simulator.store.nextId(),
    title: code,
    codes: [{ id: await simulator.store.nextId(), code, used: 0 }],
    kind: text('kind') === 'free_shipping' ? 'free_shipping' : 'basic',
    value:
      text('kind') === 'free_shipping'
        ? null
        : text('kind') === 'amount'
          ? { amount: amount('value'), each: false }
          : { percentage: Number(text('value')) / 100 },
    items: { all: true },
    startsAt: now,
    endsAt: text('ends') ? new Date(`${text('ends')}Z`).toISOString() : null,
    usageLimit: text('limit') ? Number(text('limit')) : null,
    oncePerCustomer: form.has('once'),
    customerIds: null,
    minimum: text('minimum') ? { subtotal: amount('minimum') } : null,
    combinesWith: {
      orderDiscounts: form.has('orderDiscounts'),
      productDiscounts: form.has('productDiscounts'),
      shippingDiscounts: form.has('shippingDiscounts'),
    },
    createdAt: now,
    updatedAt: now,
  }
  await simulator.store.put(shop.domain, 'discount', discount)
  await simulator.announce(shop, 'discounts/create', discountPayload(discount, simulator.clock.now()))
  return null
}
