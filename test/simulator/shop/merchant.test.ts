import { expect, test } from 'vitest'
import type { SimCollection, SimCustomer } from '../model.ts'
import { pastOrder } from '../seed/past-order.ts'
import { product, SHOP, stage, until, type Stage } from '../stage.ts'
import { pending } from '../webhooks/log.ts'
import { deleteCollection, saveCollection } from './collections-change.ts'
import { isMember } from './collections.ts'
import { deleteCustomer, setConsent, setSmsConsent, tagCustomer, updateCustomer } from './customers.ts'
import { dataRequest, redactCustomer } from './customers-privacy.ts'
import { deleteProduct, setCost, setPrice, updateProduct } from './products.ts'
import { updateShop } from './shop.ts'

const at = '2026-01-01T00:00:00Z'
const customer: SimCustomer = {
  id: 3,
  email: 'a@example.com',
  firstName: 'A',
  lastName: 'B',
  phone: null,
  locale: 'de',
  tags: ['new'],
  acceptsMarketing: false,
  address: null,
  ordersCount: 0,
  totalSpent: '0.00',
  createdAt: at,
  updatedAt: at,
}
const NOWHERE = {
  firstName: '',
  lastName: '',
  address1: '',
  address2: null,
  city: '',
  zip: '',
  province: null,
  countryCode: 'DE',
  phone: null,
}
const phones: SimCollection = {
  id: 5,
  title: 'Phones',
  handle: 'phones',
  rules: { disjunctive: false, rules: [{ column: 'TAG', relation: 'EQUALS', condition: 'Phone' }] },
  productIds: [],
  updatedAt: at,
}

type Deed = (world: Stage) => Promise<unknown>
const deeds: [name: string, deed: Deed, topics: string[], body: object][] = [
  [
    'a price',
    ({ simulator, shop }) => setPrice(simulator, shop, 10, '9.00'),
    ['products/update'],
    { variants: [{ id: 10, price: '9.00' }] },
  ],
  ['a cost', ({ simulator, shop }) => setCost(simulator, shop, 10, '3.00'), ['inventory_items/update'], { id: 11, cost: '3.00' }],
  [
    'a title',
    ({ simulator, shop }) => updateProduct(simulator, shop, 1, (one) => ({ ...one, title: 'New' })),
    ['products/update'],
    { title: 'New' },
  ],
  ['a product that goes', ({ simulator, shop }) => deleteProduct(simulator, shop, 1), ['products/delete'], { id: 1 }],
  ['a collection', ({ simulator, shop }) => saveCollection(simulator, shop, phones), ['collections/create'], { id: 5, handle: 'phones' }],
  ['a collection that goes', ({ simulator, shop }) => deleteCollection(simulator, shop, 5), ['collections/delete'], { id: 5 }],
  [
    'a language',
    ({ simulator, shop }) => updateCustomer(simulator, shop, 3, (one) => ({ ...one, locale: 'fr' })),
    ['customers/update'],
    { id: 3 },
  ],
  [
    'tags',
    ({ simulator, shop }) => tagCustomer(simulator, shop, 3, { add: ['vip'], remove: ['new'] }),
    ['customer.tags_added', 'customer.tags_removed', 'customers/update'],
    { customerId: 'gid://shopify/Customer/3', tags: ['vip'] },
  ],
  ['a customer who goes', ({ simulator, shop }) => deleteCustomer(simulator, shop, 3), ['customers/delete'], { id: 3 }],
  ['a data request', ({ simulator }) => dataRequest(simulator, SHOP.domain, 3), ['customers/data_request'], { customer: { id: 3 } }],
  ['a wish to be forgotten', ({ simulator }) => redactCustomer(simulator, SHOP.domain, 3), ['customers/redact'], { orders_to_redact: [] }],
  ['a name', ({ simulator }) => updateShop(simulator, SHOP.domain, (shop) => ({ ...shop, name: 'B' })), ['shop/update'], { name: 'B' }],
  [
    'a consent',
    ({ simulator, shop }) => setConsent(simulator, shop, 3, true),
    ['customers_email_marketing_consent/update'],
    { customer_id: 3 },
  ],
  [
    'a consent to text messages',
    ({ simulator, shop }) => setSmsConsent(simulator, shop, 3, true),
    ['customers_marketing_consent/update'],
    { customer_id: 3, sms_marketing_consent: expect.objectContaining({ state: 'subscribed' }) },
  ],
]

test('whatever the merchant changes, its webhooks tell of it', async () => {
  await using world = await stage()
  const { store } = world.simulator
  for (const [name, deed, topics, body] of deeds) {
    await store.put(SHOP.domain, 'product', product(1))
    await store.put(SHOP.domain, 'customer', customer)
    world.received.length = 0
    await deed(world)
    await until(async () => (await pending(world.simulator)) === 0)
    const byTopic = new Map(world.received.map((one) => [`${one.headers['x-shopify-topic']}`, JSON.parse(one.body)]))
    expect([...byTopic.keys()].sort(), name).toEqual(topics)
    if (topics[0]) expect(byTopic.get(topics[0]), name).toMatchObject(body)
  }
})

test.each([
  ['TAG', 'EQUALS', 'PHONE', true],
  ['TAG', 'EQUALS', 'case', false],
  ['TITLE', 'CONTAINS', 'duct', true],
  ['VARIANT_PRICE', 'GREATER_THAN', '9.99', true],
  ['VARIANT_PRICE', 'LESS_THAN', '10.00', false],
] as const)('an automatic collection by %s %s %s', (column, relation, condition, member) => {
  expect(isMember({ ...phones, rules: { disjunctive: false, rules: [{ column, relation, condition }] } }, product(1))).toBe(member)
})

test('who asks to be forgotten is erased by Shopify too: her orders stay, and name nobody', async () => {
  await using world = await stage()
  const { store } = world.simulator
  const home = { ...NOWHERE, firstName: 'A', lastName: 'B', address1: 'Street 1', city: 'Berlin', zip: '10119', phone: '+491' }
  let id = 100
  const past = { ids: () => (id += 1), number: 1001, lines: [], shipping: null, payment: null, gateway: 'manual', at }
  await store.put(SHOP.domain, 'customer', { ...customer, phone: '+491', address: home })
  const order = pastOrder({ ...past, shop: world.shop, customer, address: home })
  await store.put(SHOP.domain, 'order', order)
  await redactCustomer(world.simulator, SHOP.domain, 3)
  await until(async () => (await pending(world.simulator)) === 0)
  expect(JSON.parse(world.received[0]?.body ?? '')).toMatchObject({ customer: { email: 'a@example.com' }, orders_to_redact: [order.id] })
  expect(await store.get(SHOP.domain, 'customer', 3)).toMatchObject({ email: null, firstName: '', phone: null, address: null })
  const left = { email: null, phone: null, shippingAddress: NOWHERE, billingAddress: NOWHERE }
  expect(await store.get(SHOP.domain, 'order', order.id)).toMatchObject(left)
})
