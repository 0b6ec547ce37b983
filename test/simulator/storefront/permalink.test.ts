import { expect, test } from 'vitest'
import { scene, tenthOff, variantOf } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import type { SimDiscount } from '../model.ts'
import { readPermalink } from './permalink.ts'

const code = (name: string, changes: Partial<SimDiscount> = {}): SimDiscount =>
  tenthOff(name, {
    value: { percentage: 0.2 },
    items: { productIds: [1001], variantIds: [] },
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true },
    ...changes,
  })
const both = { orderDiscounts: true, productDiscounts: true, shippingDiscounts: false }
const SHIPS = code('SHIPSFREE', { kind: 'free_shipping', value: null, items: { all: true }, combinesWith: both })

/** Follows the link and answers with the checkout that it opened. */
async function open(on: Scene, query: Record<string, string>, lines = `${variantOf(on.phone)}:1`) {
  const reply = await on.ask('test.localhost', `/cart/${lines}?${new URLSearchParams(query)}`)
  const location = String(reply.headers.location)
  const token = /^\/checkouts\/(\w+)/.exec(location)?.[1] ?? ''
  return { reply, location, token, checkout: await on.simulator.store.find(on.shop.domain, 'checkout', token) }
}

const pay = (on: Scene, token: string) =>
  on.ask('test.localhost', `/checkouts/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'do=pay',
  })

test('a permalink opens a checkout with lines, codes, contact, address, note and attributes', async () => {
  await using on = await scene({ discounts: [code('OFFER-1'), SHIPS] })
  const query = {
    discount: 'offer-1,SHIPSFREE',
    'checkout[email]': 'ada@example.com',
    'checkout[shipping_address][first_name]': 'Ada',
    'checkout[shipping_address][last_name]': 'Byron',
    'checkout[shipping_address][address1]': 'Königsallee 1',
    'checkout[shipping_address][city]': 'Düsseldorf',
    'checkout[shipping_address][zip]': '40212',
    'checkout[shipping_address][country]': 'Germany',
    'attributes[offer]': 'f1',
    'attributes[first order]': '#1001',
    note: 'With #1001, please',
    ref: 'encore',
    payment: 'shop_pay',
    utm_source: 'mail',
  }
  const { token, checkout } = await open(on, query, `${variantOf(on.phone)}:1,${variantOf(on.case)}:2`)
  expect(checkout).toMatchObject({
    lines: [
      { variantId: variantOf(on.phone), quantity: 1 },
      { variantId: variantOf(on.case), quantity: 2 },
    ],
    discountCodes: ['OFFER-1', 'SHIPSFREE'],
    email: 'ada@example.com',
    address: { firstName: 'Ada', lastName: 'Byron', address1: 'Königsallee 1', city: 'Düsseldorf', zip: '40212', countryCode: 'DE' },
    paymentMethod: 'shop_pay',
  })
  expect(checkout?.landingSite).toContain('ref=encore')
  await pay(on, token)
  const order = await on.simulator.store.find(on.shop.domain, 'order', token)
  expect(order).toMatchObject({ note: 'With #1001, please', email: 'ada@example.com' })
  expect(order?.discountCodes).toEqual([
    { code: 'OFFER-1', amount: '79.98', type: 'percentage' },
    { code: 'SHIPSFREE', amount: '4.90', type: 'shipping' },
  ])
})

test('attributes and note of the cart arrive in the webhooks and in the Admin API', async () => {
  await using on = await scene()
  const { token } = await open(on, { 'attributes[offer]': 'f1', note: 'Together' })
  await pay(on, token)
  const order = await on.simulator.store.find(on.shop.domain, 'order', token)
  const { json } = await on.query('query($id: ID!) { order(id: $id) { note customAttributes { key value } } }', {
    id: `gid://shopify/Order/${order?.id}`,
  })
  expect(json.data.order).toEqual({ note: 'Together', customAttributes: [{ key: 'offer', value: 'f1' }] })
  const { rows } = await on.simulator.store.sql.query<{ topic: string; payload: string }>('select topic, payload from webhook')
  for (const topic of ['checkouts/create', 'orders/create'] as const) {
    const sent = rows.find((row) => row.topic === topic)
    if (sent) expect(JSON.parse(sent.payload)).toMatchObject({ note: 'Together', note_attributes: [{ name: 'offer', value: 'f1' }] })
  }
})

test('a one-use code that is spent is left out, and the checkout can be paid without it', async () => {
  await using on = await scene({ discounts: [code('ONCE')] })
  const first = await open(on, { discount: 'ONCE' })
  await pay(on, first.token)
  const second = await open(on, { discount: 'ONCE' })
  expect(second.location).toMatch(/refused=ONCE$/)
  const page = await on.ask('test.localhost', second.location)
  expect(page.text).toContain('“ONCE” has reached its limit of uses.')
  expect((await pay(on, second.token)).headers.location).toMatch(/thank_you$/)
})

test('a known shopper is known by the e-mail of the link', async () => {
  await using on = await scene()
  const before = await on.buy({ email: 'ada@example.com', paymentMethod: 'apple_pay' })
  const { token } = await open(on, { 'checkout[email]': 'ADA@example.com' })
  await pay(on, token)
  const order = await on.simulator.store.find(on.shop.domain, 'order', token)
  expect(order?.customerId).toBe(before.customerId)
})

test('storefront=true leads to the cart', async () => {
  await using on = await scene()
  const { reply } = await open(on, { storefront: 'true' })
  expect(reply.headers.location).toBe('/cart')
  expect(String(reply.headers['set-cookie'])).toContain(`cart=${variantOf(on.phone)}x1`)
})

test('a language before the cart is the checkout’s', async () => {
  await using on = await scene({ shop: { locales: ['en', 'fr'] } })
  const reply = await on.ask('test.localhost', `/fr/cart/${variantOf(on.phone)}:1`)
  const token = String(reply.headers.location).split('/')[2] ?? ''
  expect(await on.simulator.store.find(on.shop.domain, 'checkout', token)).toMatchObject({ locale: 'fr' })
  expect((await on.ask('test.localhost', `/de/cart/${variantOf(on.phone)}:1`)).status).toBe(404)
})

test('variants that are gone are left out; where none is left, the cart is shown', async () => {
  await using on = await scene()
  expect((await open(on, {}, `99:1,${variantOf(on.phone)}:1`)).checkout?.lines).toHaveLength(1)
  expect((await open(on, {}, '99:1')).location).toBe('/cart')
})

test.each([
  ['access_token', 'x'],
  ['source_name', 'x'],
  ['properties', 'e30'],
  ['payment', 'paypal'],
  ['checkout[shipping_address][country_code]', 'DE'],
  ['checkout[billing_address][city]', 'Bonn'],
])('%s is refused with 501, not passed over', async (name, value) => {
  await using on = await scene()
  const { reply } = await open(on, { [name]: value })
  expect([reply.status, reply.text]).toEqual([501, expect.stringContaining(name.split('=')[0] as string)])
})

test.each(['abc', '1:', '1:2,', ':1', '1:-1'])('/cart/%s is no permalink', (path) => {
  expect(readPermalink(path, new URLSearchParams())).toBeNull()
})

test('a selling plan in the link does nothing: Shopify documents that they do not work here', () => {
  expect(readPermalink('1:1', new URLSearchParams({ selling_plan: '7' }))).toEqual({
    lines: [{ variantId: 1, quantity: 1 }],
    codes: [],
    given: {},
    toCart: false,
  })
})
