import { expect, test } from 'vitest'
import { checkOffer, problemsOf } from '#app/offers/check.ts'

const product = { productId: '1', variantId: '11', quantity: 1 }
const step = (id: string, edit: object = {}) => ({
  id,
  items: { kind: 'bundle', products: [product] },
  discount: { kind: 'none' },
  wording: {},
  onAccept: null,
  onDecline: null,
  ...edit,
})
const offer = (edit: object = {}) => ({
  title: 'Case',
  rules: { kind: 'all', rules: [] },
  steps: [step('a')],
  priority: 0,
  schedule: { startsAt: null, endsAt: null },
  ...edit,
})
const rule = (rules: object[]) => offer({ rules: { kind: 'all', rules } })
const deep = (levels: number): object =>
  Array.from({ length: levels }).reduce<object>((inner) => ({ kind: 'any', rules: [inner] }), { kind: 'order-count', is: 'returning' })
const off = (discount: object) => offer({ steps: [step('a', { discount })] })
const chain = (...ids: string[]) => ids.map((id, at) => step(id, { onDecline: ids[at + 1] ?? null }))

test('an offer that says enough is taken', () => expect(checkOffer(offer()).ok).toBe(true))

test.each([
  ['no name', offer({ title: '  ' }), { title: /name/ }],
  [
    'nothing to offer',
    offer({ steps: [step('a', { items: { kind: 'bundle', products: [] } })] }),
    { 'steps.0.items.products': /Choose one to five/ },
  ],
  [
    'a choice of one',
    offer({ steps: [step('a', { items: { kind: 'choice', products: [product] } })] }),
    { 'steps.0.items.products': /Choose two to ten/ },
  ],
  [
    'half a piece',
    offer({ steps: [step('a', { items: { kind: 'bundle', products: [{ ...product, quantity: 1.5 }] } })] }),
    { 'steps.0.items.products.0.quantity': /whole number/ },
  ],
  [
    'an empty quantity',
    offer({ steps: [step('a', { items: { kind: 'bundle', products: [{ ...product, quantity: NaN }] } })] }),
    { 'steps.0.items.products.0.quantity': /whole number/ },
  ],
  ['a discount of nothing', off({ kind: 'percentage', percent: 0 }), { 'steps.0.discount.percent': /above 0/ }],
  ['more than all of it', off({ kind: 'percentage', percent: 101 }), { 'steps.0.discount.percent': /at most 100/ }],
  ['an amount that is no number', off({ kind: 'fixed', amount: NaN }), { 'steps.0.discount.amount': /above 0/ }],
  [
    'a product rule without products',
    rule([{ kind: 'product', productIds: [] }]),
    { 'rules.rules.0.productIds': /Choose at least one product/ },
  ],
  [
    'a country rule without countries',
    rule([{ kind: 'country', countries: [] }]),
    { 'rules.rules.0.countries': /Choose at least one country/ },
  ],
  [
    'an order value without ends',
    rule([{ kind: 'order-value', atLeast: null, atMost: null }]),
    { 'rules.rules.0.atLeast': /the least, the most/ },
  ],
  ['an order value upside down', rule([{ kind: 'order-value', atLeast: 2, atMost: 1 }]), { 'rules.rules.0.atMost': /below/ }],
  [
    'a field of a rule within a group',
    rule([{ kind: 'any', rules: [{ kind: 'country', countries: [] }] }]),
    { 'rules.rules.0.rules.0.countries': /at least one country/ },
  ],
  [
    'one of what a field within a group holds',
    rule([{ kind: 'any', rules: [{ kind: 'region', regions: ['US-CA', 'Nowhere'] }] }]),
    { 'rules.rules.0.rules.0.regions': /such as DE-BY/ },
  ],
  ['a text that is too long', rule([{ kind: 'customer-tag', tags: ['vip', 'x'.repeat(256)] }]), { 'rules.rules.0.tags': /255/ }],
  ['a group with nothing in it', rule([{ kind: 'any', rules: [] }]), { 'rules.rules.0': /Add a condition/ }],
  [
    'more rules than anyone reads',
    rule(Array.from({ length: 201 }, () => ({ kind: 'order-count', is: 'returning' }))),
    { 'rules.rules': /at most 200/ },
  ],
  ['groups without end', rule([deep(100_000)]), { [`rules${'.rules.0'.repeat(40)}`]: /at most 40 levels/ }],
  ['a priority that is text', offer({ priority: NaN }), { priority: /whole number/ }],
  [
    'an end before the start',
    offer({ schedule: { startsAt: '2026-11-02T00:00:00+01:00', endsAt: '2026-11-01T00:00:00+01:00' } }),
    { 'schedule.endsAt': /after the start/ },
  ],
  ['a step that leads back', offer({ steps: [step('a', { onDecline: 'a' })] }), { 'steps.0.onDecline': /later step/ }],
  ['a step that leads nowhere', offer({ steps: [step('a', { onDecline: 'z' })] }), { 'steps.0.onDecline': /later step/ }],
  ['a step that nothing leads to', offer({ steps: [step('a'), step('b')] }), { 'steps.1.items.products': /No earlier step/ }],
  ['four in a row', offer({ steps: chain('a', 'b', 'c', 'd') }), { 'steps.3.items.products': /at most three/ }],
])('%s is named beside its field', (_, candidate, problems) => {
  const found = problemsOf(checkOffer(candidate))
  expect(Object.keys(found)).toEqual(Object.keys(problems))
  for (const [path, words] of Object.entries(problems)) expect(found[path]).toMatch(words)
})

test('each field says what is wrong with it, whatever else is', () => {
  const pieces = { ...product, quantity: 2, least: 3, most: 1 }
  const candidate = {
    ...rule([
      { kind: 'country', countries: [] },
      { kind: 'items', atLeast: 3, atMost: 2 },
      { kind: 'any', rules: [] },
    ]),
    title: '',
    steps: [step('a', { items: { kind: 'bundle', products: [pieces] } }), null],
    schedule: { startsAt: '2026-11-02T00:00:00+01:00', endsAt: '2026-11-01T00:00:00+01:00' },
  }
  expect(Object.keys(problemsOf(checkOffer(candidate)))).toEqual(
    expect.arrayContaining([
      'title',
      'rules.rules.0.countries',
      'rules.rules.1.atMost',
      'rules.rules.2',
      'steps.0.items.products.0.least',
      'steps.0.items.products.0.most',
      'schedule.endsAt',
    ]),
  )
})

test('a metafield may be pasted with space around it', () => {
  const checked = checkOffer(rule([{ kind: 'product-metafield', metafield: ' custom.material ', values: [] }]))
  expect(checked).toMatchObject({ ok: true, value: { rules: { rules: [{ metafield: 'custom.material' }] } } })
})

test('three in a row is what Shopify allows', () => expect(checkOffer(offer({ steps: chain('a', 'b', 'c') })).ok).toBe(true))
test('what is no offer at all is refused, not thrown', () => expect(checkOffer('offer').ok).toBe(false))
