import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { scene, variantOf } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import { changeCheckout } from '../checkout/desk.ts'
import type { SimOrder } from '../model.ts'
import { releaseOrder } from '../shop/orders-edit.ts'
import { signJwt } from '../tokens/jwt.ts'
import { extensionFolder } from './extension.ts'
import { ERROR_CODES } from './errors.ts'

const projectFolder = await extensionFolder('extend("Checkout::PostPurchase::ShouldRender", () => ({ render: true }))')
afterAll(() => rm(projectFolder, { recursive: true }))
const settled = () => scene({ settings: { projectFolder } })

const path = (order: SimOrder, call: string) => `/checkouts/${order.checkoutToken}/post_purchase/${call}`
const post = (on: Scene, order: SimOrder, call: string, body: object) =>
  on.ask('test.localhost', path(order, call), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const addCase = (on: Scene, changes: object = {}) => ({ type: 'add_variant', variantId: variantOf(on.case), quantity: 1, ...changes })
const claims = (on: Scene, order: SimOrder, changes: object = {}) => ({
  iss: on.simulator.app.clientId,
  sub: order.checkoutToken,
  jti: randomUUID(),
  iat: Math.floor(on.simulator.clock.now().getTime() / 1000),
  changes: [addCase(on, { discount: { value: 15, valueType: 'percentage', title: '15 % off' } })],
  ...changes,
})
const apply = async (on: Scene, order: SimOrder, changes: object = {}, secret = on.simulator.app.secret) =>
  (await post(on, order, 'apply', { changeset: signJwt(claims(on, order, changes), secret) })).json

test('an accepted changeset is charged and joins the order', async () => {
  await using on = await settled()
  const order = await on.buy()
  expect(await apply(on, order)).toEqual({ status: 'processed', errors: [], changesetApplicationsRemaining: 2 })
  const after = await on.order(order.id)
  expect(
    after.lines.map(({ title, addedByEdit, unitPrice, discounts }) => [title, addedByEdit, unitPrice.shop, discounts[0]?.amount.shop]),
  ).toEqual([
    ['Phone', false, '399.90', undefined],
    ['Case', true, '49.90', '7.49'],
  ])
  expect(after.transactions.map(({ kind, status, amount, gateway }) => [kind, status, amount.shop, gateway])).toEqual([
    ['SALE', 'SUCCESS', '404.80', 'shopify_payments'],
    ['SALE', 'SUCCESS', '42.41', 'shopify_payments'],
  ])
  expect(after.edits).toMatchObject([{ additions: [{ delta: 1 }], removals: [] }])
  expect((await on.simulator.store.get(on.shop.domain, 'product', on.case.id))?.variants[0]?.inventoryQuantity).toBe(2)
})

test.each<[string, string, (on: Scene, order: SimOrder) => object]>([
  ['another issuer', 'invalid_request', () => ({ iss: 'somebody' })],
  ['another purchase', 'invalid_request', () => ({ sub: 'other' })],
  ['no jti', 'invalid_request', () => ({ jti: undefined })],
  ['no iat', 'invalid_request', () => ({ iat: undefined })],
  ['signed before the purchase', 'invalid_request', (_, order) => ({ iat: Math.floor(Date.parse(order.createdAt) / 1000) - 1 })],
  ['expired', 'invalid_request', () => ({ exp: 1 })],
  ['no changes', 'invalid_request', () => ({ changes: [] })],
  ['a quantity of none', 'invalid_request', (on) => ({ changes: [addCase(on, { quantity: 0 })] })],
  [
    'a discount above the price',
    'invalid_request',
    (on) => ({ changes: [addCase(on, { discount: { value: 101, valueType: 'percentage', title: '' } })] }),
  ],
  ['a field nobody knows', 'invalid_request', (on) => ({ changes: [addCase(on, { price: 0 })] })],
  ['a variant of nobody', 'invalid_request', (on) => ({ changes: [addCase(on, { variantId: 999 })] })],
  ['more than the stock', 'insufficient_inventory', (on) => ({ changes: [addCase(on, { quantity: 4 })] })],
])('refused: %s', async (_, code, changes) => {
  await using on = await settled()
  const order = await on.buy()
  expect(await apply(on, order, changes(on, order))).toMatchObject({
    status: 'unprocessed',
    errors: [{ code }],
    changesetApplicationsRemaining: 3,
  })
  expect((await on.order(order.id)).lines).toHaveLength(1)
})

test('a forged signature is refused', async () => {
  await using on = await settled()
  const order = await on.buy()
  expect(await apply(on, order, {}, 'another secret')).toMatchObject({ status: 'unprocessed', errors: [{ code: 'invalid_request' }] })
})

test('the same changeset is applied once, even when it is sent twice at once', async () => {
  await using on = await settled()
  const order = await on.buy()
  const jti = randomUUID()
  const answers = await Promise.all([apply(on, order, { jti }), apply(on, order, { jti })])
  expect(answers.map(({ status }) => status).sort()).toEqual(['processed', 'unprocessed'])
  expect(await apply(on, order, { jti })).toMatchObject({ errors: [{ code: 'changeset_already_applied' }] })
  expect((await on.order(order.id)).lines).toHaveLength(2)
  expect((await on.simulator.store.get(on.shop.domain, 'product', on.case.id))?.variants[0]?.inventoryQuantity).toBe(2)
})

test('a checkout takes three changesets', async () => {
  await using on = await settled()
  const order = await on.buy()
  const small = { changes: [addCase(on, { variantId: variantOf(on.phone) })] }
  const left: number[] = []
  for (let time = 0; time < 3; time++) left.push((await apply(on, order, small)).changesetApplicationsRemaining)
  expect(left).toEqual([2, 1, 0])
  expect(await apply(on, order, small)).toMatchObject({ status: 'unprocessed', changesetApplicationsRemaining: 0 })
})

test('after the hour, or after the page was left, the order is released', async () => {
  await using on = await settled()
  const [late, left] = [await on.buy(), await on.buy()]
  await post(on, left, 'done', {})
  expect(await apply(on, left)).toMatchObject({ errors: [{ code: 'order_released_error' }] })
  await on.simulator.clock.push(on.simulator.settings.holdMs)
  expect(await apply(on, late)).toMatchObject({ errors: [{ code: 'order_released_error' }] })
  await releaseOrder(on.simulator, on.shop, late.id)
  expect((await on.order(late.id)).lines[0]?.fulfillableQuantity).toBe(1)
})

test('a wallet cannot be charged again', async () => {
  await using on = await settled()
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  await changeCheckout(on.simulator, on.shop, (await on.checkoutOf(order)).id, { postPurchase: 'open' })
  await on.simulator.store.update(on.shop.domain, 'order', order.id, (one) => ({
    ...one,
    holdUntil: new Date(Date.now() + 60_000).toISOString(),
  }))
  expect(await apply(on, order)).toMatchObject({ errors: [{ code: 'unsupported_payment_method' }] })
})

test('a declined second charge leaves the order edited and partly paid', async () => {
  await using on = await settled()
  const order = await on.buy()
  await on.ask('test.localhost', `/__simulator/checkouts/${order.checkoutToken}/fault`, {
    method: 'POST',
    body: JSON.stringify({ charge: 'declined' }),
  })
  expect(await apply(on, order)).toMatchObject({ status: 'partially_processed', errors: [{ code: 'payment_required' }] })
  const after = await on.order(order.id)
  expect([after.lines.length, after.transactions.map(({ status }) => status)]).toEqual([2, ['SUCCESS', 'FAILURE']])
})

test('each of the twelve codes can be asked for, once', async () => {
  await using on = await settled()
  const order = await on.buy()
  for (const code of ERROR_CODES) {
    await on.ask('test.localhost', `/__simulator/checkouts/${order.checkoutToken}/fault`, {
      method: 'POST',
      body: JSON.stringify({ code }),
    })
    expect(await apply(on, order)).toMatchObject({ status: 'unprocessed', errors: [{ code }] })
  }
  expect(await apply(on, order)).toMatchObject({ status: 'processed' })
})

test('calculating shows tax and the new total, and changes nothing', async () => {
  await using on = await settled()
  const order = await on.buy()
  const { json } = await post(on, order, 'calculate', {
    changeset: { changes: [addCase(on, { quantity: 2 }), { type: 'add_shipping_line', price: 2.5, title: 'Parcel' }] },
  })
  const bag = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' }, presentmentMoney: { amount, currencyCode: 'EUR' } })
  expect(json).toEqual({
    status: 'processed',
    errors: [],
    calculatedPurchase: {
      subtotalPriceSet: bag('499.70'),
      totalPriceSet: bag('507.10'),
      addedTaxLines: [{ priceSet: bag('16.33'), rate: 0.19, title: 'VAT' }],
      updatedLineItems: [
        {
          totalPriceSet: bag('99.80'),
          priceSet: bag('49.90'),
          productId: 1002,
          variantId: 10020,
          productHandle: 'product-1002',
          quantity: 2,
        },
      ],
      addedShippingLines: [{ priceSet: bag('2.50'), presentmentTitle: 'Parcel' }],
      totalOutstandingSet: bag('102.30'),
    },
  })
  expect((await on.order(order.id)).lines).toHaveLength(1)
})

test('a metafield that a changeset sets is the order’s', async () => {
  await using on = await settled()
  const order = await on.buy()
  const metafield = { type: 'set_metafield', namespace: 'loyalty', key: 'points', value: 5, valueType: 'integer' }
  expect(await apply(on, order, { changes: [addCase(on), metafield] })).toMatchObject({ status: 'processed' })
  expect((await on.order(order.id)).metafields).toMatchObject([{ namespace: 'loyalty', key: 'points', type: 'number_integer', value: '5' }])
})

test('PayPal with reference transactions is charged once more, and no third time', async () => {
  await using on = await scene({ settings: { projectFolder }, shop: { paypalReferenceTransactions: true } })
  const order = await on.buy({ paymentMethod: 'paypal' })
  expect(await apply(on, order)).toEqual({ status: 'processed', errors: [], changesetApplicationsRemaining: 0 })
  expect(await apply(on, order)).toMatchObject({ status: 'unprocessed', changesetApplicationsRemaining: 0 })
})

test('a change that nobody knows is refused', async () => {
  await using on = await settled()
  const order = await on.buy()
  expect(await apply(on, order, { changes: [{ type: 'remove_variant' }] })).toMatchObject({ errors: [{ code: 'invalid_request' }] })
})
