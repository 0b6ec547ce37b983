import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { scene, variantOf } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import type { SimOrder } from '../model.ts'
import type { Settings } from '../settings.ts'
import { signJwt } from '../tokens/jwt.ts'
import { extensionFolder } from './extension.ts'

const projectFolder = await extensionFolder('extend("Checkout::PostPurchase::ShouldRender", () => ({ render: true }))')
afterAll(() => rm(projectFolder, { recursive: true }))

const claims = (on: Scene, order: SimOrder, changes: object[]) => ({
  iss: on.simulator.app.clientId,
  sub: order.checkoutToken,
  jti: randomUUID(),
  iat: Math.floor(on.simulator.clock.now().getTime() / 1000),
  changes,
})

const percent = (percentage: number) => ({ afterCycle: null, adjustmentType: 'PERCENTAGE' as const, percentage })
const plan = { id: 601, groupId: 600, group: 'Subscribe and save', name: 'Every month', pricingPolicies: [percent(10)] }
const subscribe = (on: Scene, changes: object = {}) => ({
  type: 'add_subscription',
  variantId: variantOf(on.case),
  sellingPlanId: plan.id,
  quantity: 1,
  initialShippingPrice: 1.5,
  recurringShippingPrice: 3,
  shippingOption: { title: 'Parcel' },
  ...changes,
})

/** The case is sold by a selling plan too. */
async function withPlan(settings: Partial<Settings> = {}) {
  const on = await scene({ settings: { projectFolder, ...settings } })
  await on.simulator.store.update(on.shop.domain, 'product', on.case.id, (one) => ({ ...one, sellingPlans: [plan] }))
  const subscribed = async (
    order: SimOrder,
    changes: object[] = [subscribe(on)],
    options: object = { buyerConsentToSubscriptions: true },
  ) => {
    const body = JSON.stringify({ changeset: signJwt(claims(on, order, changes), on.simulator.app.secret), options })
    const headers = { 'content-type': 'application/json' }
    return (await on.ask('test.localhost', `/checkouts/${order.checkoutToken}/post_purchase/apply`, { method: 'POST', headers, body })).json
  }
  return Object.assign(on, { subscribed })
}

test('a subscription is added by its plan, at its price, with its own delivery', async () => {
  await using on = await withPlan()
  const order = await on.buy()
  expect(await on.subscribed(order)).toMatchObject({ status: 'processed' })
  const after = await on.order(order.id)
  expect(after.lines[1]).toMatchObject({ sellingPlanId: 601, unitPrice: { shop: '44.91' } })
  expect(after.shippingLines.map(({ title, price }) => [title, price.shop])).toEqual([
    ['Standard', '4.90'],
    ['Parcel', '1.50'],
  ])
  expect(after.transactions.at(-1)?.amount.shop).toBe('46.41')
})

test.each([
  ['off-its-price', '44.91', '22.46'],
  ['in-its-stead', '49.90', '24.95'],
] as const)('a changeset’s discount meets the plan: %s', async (discountMeetsPlan, unit, off) => {
  await using on = await withPlan({ discountMeetsPlan })
  const order = await on.buy()
  const discount = { value: 50, valueType: 'percentage', title: 'Half' }
  expect(await on.subscribed(order, [subscribe(on, { discount })])).toMatchObject({ status: 'processed' })
  const [, line] = (await on.order(order.id)).lines
  expect([line?.unitPrice.shop, line?.discounts[0]?.amount.shop]).toEqual([unit, off])
})

test('a subscription needs the shopper’s consent, an address, a plan of that product, and an order without one', async () => {
  await using on = await withPlan()
  const [order, digital] = [await on.buy(), await on.buy()]
  const code = async (...given: Parameters<typeof on.subscribed>) => (await on.subscribed(...given)).errors[0]?.code
  expect(await code(order, [subscribe(on)], {})).toBe('buyer_consent_required')
  expect(await code(order, [subscribe(on, { sellingPlanId: 7 })])).toBe('invalid_request')
  expect(await code(order, [subscribe(on), subscribe(on)])).toBe('subscription_limit_error')
  await on.simulator.store.update(on.shop.domain, 'order', digital.id, (one) => ({ ...one, shippingAddress: null }))
  expect(await code(digital)).toBe('subscription_no_shipping_address_error')
  expect(await code(order)).toBeUndefined()
  expect(await code(order)).toBe('subscription_limit_error')
})
