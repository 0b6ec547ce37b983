import { expect, test } from 'vitest'
import { orderIdIn, readVisitor, standingOf } from '#app/surfaces/block/visitor.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const at = (seconds: number) => NOW.getTime() / 1000 + seconds
const claims = (given: object = {}) => ({
  dest: 'stage.myshopify.com',
  aud: 'our-client',
  exp: at(300),
  nbf: at(-1),
  iat: at(-1),
  jti: 'x',
  ...given,
})

test.each<[string, object, object]>([
  ['nobody in particular', {}, { ok: true, value: { shop: 'stage.myshopify.com', customerId: null } }],
  ['a signed-in customer', { sub: 'gid://shopify/Customer/7' }, { ok: true, value: { shop: 'stage.myshopify.com', customerId: '7' } }],
  [
    'another subject is nobody',
    { sub: 'gid://shopify/StaffMember/7' },
    { ok: true, value: { shop: 'stage.myshopify.com', customerId: null } },
  ],
  ['another app’s token', { aud: 'their-client' }, { ok: false, because: 'claims', detail: { field: 'aud' } }],
  ['an address instead of a shop', { dest: 'https://evil.example' }, { ok: false, because: 'claims', detail: { field: 'dest' } }],
  ['a token of five minutes ago', { exp: at(-11) }, { ok: false, because: 'expired' }],
  ['two clocks that differ by seconds', { exp: at(-9) }, { ok: true, value: { shop: 'stage.myshopify.com', customerId: null } }],
  [
    'our clock was put back by minutes',
    { nbf: at(540), exp: at(840) },
    { ok: true, value: { shop: 'stage.myshopify.com', customerId: null } },
  ],
  ['a token of the future', { nbf: at(660) }, { ok: false, because: 'claims', detail: { field: 'nbf' } }],
  ['no end', { exp: undefined }, { ok: false, because: 'claims', detail: { field: 'exp' } }],
])('%s', (_, given, expected) => expect(readVisitor(claims(given), 'our-client', NOW)).toEqual(expected))

test.each([
  ['gid://shopify/Order/123', '123'],
  ['gid://shopify/OrderIdentity/123', '123'],
  ['gid://shopify/Customer/123', null],
  ['123', null],
  ['gid://shopify/Order/12;3', null],
])('%s names the order %s', (gid, id) => expect(orderIdIn(gid)).toBe(id))

const order = (given: object = {}) => ({ id: '123', customerId: '7', checkoutToken: 'secret', ...given })
const visitor = (customerId: string | null = null) => ({ shop: 'stage.myshopify.com', customerId })

test.each<[string, ReturnType<typeof order>, ReturnType<typeof visitor>, Parameters<typeof standingOf>[2], string]>([
  ['the customer who placed it owns it', order(), visitor('7'), { orderId: '123' }, 'owner'],
  [
    'another customer is a stranger, even with its checkout',
    order(),
    visitor('8'),
    { orderId: '123', checkoutToken: 'secret' },
    'stranger',
  ],
  ['whoever has its checkout stands before it', order(), visitor(), { orderId: '123', checkoutToken: 'secret' }, 'holder'],
  ['a number alone proves nothing', order(), visitor(), { orderId: '123' }, 'stranger'],
  ['nor does another checkout', order(), visitor(), { orderId: '123', checkoutToken: 'guess' }, 'stranger'],
  ['nor the checkout of another order', order(), visitor(), { orderId: '124', checkoutToken: 'secret' }, 'stranger'],
  ['an order without a checkout has no holder', order({ checkoutToken: null }), visitor(), { orderId: '123' }, 'stranger'],
  ['a guest’s order is nobody’s own', order({ customerId: null }), visitor('7'), { orderId: '123', checkoutToken: 'secret' }, 'holder'],
])('%s', (_, of, who, claim, standing) => expect(standingOf(of, who, claim)).toBe(standing))
