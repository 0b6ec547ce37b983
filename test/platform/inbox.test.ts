import { expect, test } from 'vitest'
import { parseExactly, readEnvelope, resourceOf } from '#app/platform/inbox.ts'

const whole: Record<string, string> = {
  'x-shopify-topic': 'orders/create',
  'x-shopify-hmac-sha256': 'c2lnbmF0dXJl',
  'x-shopify-shop-domain': 'Aurora.myshopify.com',
  'x-shopify-api-version': '2026-07',
  'x-shopify-webhook-id': 'w1',
  'x-shopify-triggered-at': '2026-11-02T10:00:00.123456789Z',
}
const read = (headers: Record<string, string>) => readEnvelope((name) => headers[name])

test('a whole envelope is read, nanoseconds, capitals and all', () => {
  expect(read(whole)).toMatchObject({
    ok: true,
    value: {
      shop: 'aurora.myshopify.com',
      topic: 'orders/create',
      id: 'w1',
      eventId: null,
      triggeredAt: new Date('2026-11-02T10:00:00.123Z'),
    },
  })
})

test.each(['orders/create', 'app/uninstalled', 'customer.tags_added', 'customers_email_marketing_consent/update'])(
  '%s is a topic',
  (topic) => {
    expect(read({ ...whole, 'x-shopify-topic': topic }).ok).toBe(true)
  },
)

test.each([
  ['no signature', { 'x-shopify-hmac-sha256': '' }],
  ['no topic', { 'x-shopify-topic': '' }],
  ['a topic with a space', { 'x-shopify-topic': 'orders create' }],
  ['no shop', { 'x-shopify-shop-domain': '' }],
  ['a shop elsewhere', { 'x-shopify-shop-domain': 'aurora.myshopify.com.evil.test' }],
  ['a shop that is a path', { 'x-shopify-shop-domain': '../aurora.myshopify.com' }],
  ['no delivery id', { 'x-shopify-webhook-id': '' }],
  ['an endless delivery id', { 'x-shopify-webhook-id': 'x'.repeat(256) }],
  ['no API version', { 'x-shopify-api-version': '' }],
])('%s is malformed', (_, fault) => {
  expect(read({ ...whole, ...fault })).toEqual({ ok: false, because: 'malformed' })
})

test('a time that is none is not known, and no reason to refuse', () => {
  expect(read({ ...whole, 'x-shopify-triggered-at': 'yesterday' })).toMatchObject({ ok: true, value: { triggeredAt: null } })
})

test('ids come as text, whatever their size, and so does what a number would round', () => {
  const body = '{"id":9007199254740993,"customer":{"id":7},"order_id":null,"price":"1.50","quantity":2,"big":9007199254740993,"rate":0.1}'
  expect(parseExactly(body)).toEqual({
    id: '9007199254740993',
    customer: { id: '7' },
    order_id: null,
    price: '1.50',
    quantity: 2,
    big: '9007199254740993',
    rate: 0.1,
  })
})

test.each([
  [{ id: '1' }, '1'],
  [{ order_edit: { id: '2', order_id: '9' } }, '2'],
  [{ token: 't' }, 't'],
  [{ inventory_item_id: '3', location_id: '4' }, '3@4'],
  ['no object', ''],
])('%j is about %s', (body, resource) => {
  expect(resourceOf(body)).toBe(resource)
})
