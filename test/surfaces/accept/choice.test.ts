import { afterAll, beforeAll, expect, test } from 'vitest'
import { OfferDefinition } from '#app/offers/offer.ts'
import { claimsOf, openShop, SHOP, stage, tokenOf, type PurchaseSpec, type Stage } from '../stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_choice')
  await openShop(on, {
    products: [
      { id: 1 },
      { id: 2, title: 'Shirt', variants: ['S', 'M', 'L'], price: 3_000 },
      { id: 3, title: 'Cap', price: 1_000 },
      { id: 4, title: 'Socks', price: 400, stock: 9 },
    ],
  })
  await on.db.variant.update({ where: { shop_id: { shop: SHOP, id: '23' } }, data: { price: 3_500n, stock: 0 } })
})
afterAll(() => on.close())

let count = 0
/** The answer to a purchase for which this step is the only offer. */
async function offered(step: object, spec: PurchaseSpec = {}) {
  await on.db.offer.updateMany({ data: { archivedAt: new Date() } })
  const definition = OfferDefinition.parse({
    title: 'One step',
    rules: { kind: 'all', rules: [] },
    steps: [{ id: 'only', discount: { kind: 'none' }, onAccept: null, onDecline: null, ...step }],
    schedule: { startsAt: null, endsAt: null },
  })
  await on.offers.createOffer(SHOP, definition, 'active')
  const referenceId = `choice-${(count += 1)}`
  const token = tokenOf({ ...spec, referenceId })
  const { body } = await on.offer(token)
  const accept = async (choice?: object) => (await on.post('accept', { token, placement: body.placement, stepId: 'only', choice })).body
  return { view: body.offer?.steps[0], body, accept, changes: async (choice?: object) => changesOf(await accept(choice)) }
}
const changesOf = (answer: { changeset: string; because?: string }) =>
  answer.changeset ? claimsOf(answer.changeset).changes : answer.because

const shirt = { productId: '2', variantId: '21', anyVariant: true, quantity: 1, least: 1, most: 3 }
const bundle = (...products: object[]) => ({ items: { kind: 'bundle', products } })
const choice = { items: { kind: 'choice', products: [shirt, { productId: '3', variantId: '31' }] } }

test('the shopper sees the variants that can be sold, the first one chosen, and how many she may take', async () => {
  const { view } = await offered(bundle(shirt))
  expect(view).toMatchObject({
    take: 'all',
    products: [
      {
        title: 'Shirt',
        quantity: 1,
        least: 1,
        most: 3,
        variants: [
          { variantId: 21, title: 'S' },
          { variantId: 22, title: 'M' },
        ],
      },
    ],
  })
})

test('what she chose is signed: variant and quantity', async () => {
  const { changes } = await offered({ ...bundle(shirt), discount: { kind: 'percentage', percent: 10 } })
  const discount = { value: 10, valueType: 'percentage', title: '10% off' }
  expect(await changes([{ variantId: 22, quantity: 3 }])).toEqual([{ type: 'add_variant', variantId: 22, quantity: 3, discount }])
})

test.each([
  ['a variant of another product', [{ variantId: 31, quantity: 1 }], 'choice-not-offered'],
  ['a variant that does not exist', [{ variantId: 999, quantity: 1 }], 'choice-not-offered'],
  ['more than the most', [{ variantId: 21, quantity: 4 }], 'quantity-not-offered'],
  [
    'two of a bundle of one',
    [
      { variantId: 21, quantity: 1 },
      { variantId: 31, quantity: 1 },
    ],
    'choice-not-offered',
  ],
  ['what is sold out', [{ variantId: 23, quantity: 1 }], 'sold-out'],
])('%s is not signed', async (_, chosen, because) => {
  const { changes } = await offered(bundle(shirt))
  expect(await changes(chosen)).toBe(because)
})

test('a variant that the merchant fixed stays what it is', async () => {
  const { view, changes } = await offered(bundle({ ...shirt, anyVariant: false }))
  expect(view.products[0].variants).toHaveLength(1)
  expect(await changes([{ variantId: 22, quantity: 1 }])).toBe('choice-not-offered')
})

test('when the variant on offer is sold out, another one takes its place', async () => {
  const { view } = await offered(bundle({ ...shirt, variantId: '23' }))
  expect(view.products[0].variants.map(({ variantId }: { variantId: number }) => variantId)).toEqual([21, 22])
})

test('of several products she takes one, whichever she chose', async () => {
  const { view, changes } = await offered(choice)
  expect(view).toMatchObject({
    take: 'one',
    products: [
      { title: 'Shirt', price: '€30.00' },
      { title: 'Cap', price: '€10.00' },
    ],
  })
  expect(view.headline).toBe('Add one of these to your order')
  expect(await changes([{ variantId: 31, quantity: 1 }])).toEqual([{ type: 'add_variant', variantId: 31, quantity: 1 }])
})

test('a second choice of a step that was signed is not signed: it may have been paid', async () => {
  const { accept } = await offered(choice)
  const first = await accept([{ variantId: 31, quantity: 1 }])
  expect(await accept([{ variantId: 21, quantity: 1 }])).toMatchObject({ ok: false, because: 'other-choice-signed' })
  expect((await accept([{ variantId: 31, quantity: 1 }])).changeset).toBe(first.changeset)
})

test('nothing is offered that is in the order', async () => {
  const bought = { lines: [{ productId: 2, variantId: 22 }] }
  expect((await offered(bundle(shirt), bought)).body).toEqual({ show: false })
  expect((await offered(choice, bought)).view.products).toMatchObject([{ title: 'Cap' }])
})

const best = { items: { kind: 'best', from: { kind: 'products', productIds: ['1', '2', '3', '4'] }, show: 2, quantity: 1 } }

test('a best match shows the best sellers that she has not just bought, and signs only those', async () => {
  const yesterday = new Date(Date.now() - 26 * 60 * 60 * 1_000)
  const order = {
    shop: SHOP,
    id: '900',
    name: '#900',
    currency: 'EUR',
    presentmentCurrency: 'EUR',
    total: 1,
    originalTotal: 1,
    updatedAt: yesterday,
  }
  await on.db.order.create({ data: { ...order, processedAt: yesterday } })
  const sold = (id: string, productId: string, quantity: number) =>
    on.db.orderLine.create({
      data: { shop: SHOP, orderId: '900', id, productId, title: 'x', quantity, currentQuantity: quantity, unitPrice: 1 },
    })
  for (const [id, productId, quantity] of [
    ['1', '4', 9],
    ['2', '3', 5],
    ['3', '1', 99],
  ] as const)
    await sold(id, productId, quantity)
  const { view, changes } = await offered(best)
  expect(view).toMatchObject({ take: 'one', products: [{ title: 'Socks' }, { title: 'Cap' }] })
  expect(await changes([{ variantId: 21, quantity: 1 }])).toBe('choice-not-offered')
  expect(await changes([{ variantId: 31, quantity: 1 }])).toEqual([{ type: 'add_variant', variantId: 31, quantity: 1 }])
})

test('a gift costs nothing, is delivered free and is called one', async () => {
  const { view, changes } = await offered({
    ...bundle({ productId: '3', variantId: '31' }),
    gift: true,
    shipping: { kind: 'fixed', amount: 499 },
  })
  expect(view).toMatchObject({ headline: 'A gift for you: Cap' })
  expect(await changes()).toEqual([
    { type: 'add_variant', variantId: 31, quantity: 1, discount: { value: 100, valueType: 'percentage', title: 'Free gift' } },
    { type: 'add_shipping_line', price: 0, title: 'Free delivery', presentmentTitle: 'Free delivery' },
  ])
})

test('delivery that costs something is signed with it', async () => {
  const { changes } = await offered({ ...bundle({ productId: '3', variantId: '31' }), shipping: { kind: 'fixed', amount: 499 } })
  expect(await changes()).toEqual([
    { type: 'add_variant', variantId: 31, quantity: 1 },
    { type: 'add_shipping_line', price: 4.99, title: 'Delivery', presentmentTitle: 'Delivery' },
  ])
})

const subscribed = { ...bundle({ productId: '4', variantId: '41' }), subscription: { sellingPlanId: '77', recurringShipping: 250 } }

test('a subscription is signed with its plan and the price of every delivery', async () => {
  const { view, changes } = await offered(subscribed)
  expect(view).toMatchObject({ plan: { sellingPlanId: 77 }, planName: 'Subscription' })
  expect(await changes()).toEqual([
    {
      type: 'add_subscription',
      variantId: 41,
      sellingPlanId: 77,
      quantity: 1,
      initialShippingPrice: 0,
      recurringShippingPrice: 2.5,
      shippingOption: { title: 'Delivery', presentmentTitle: 'Delivery' },
    },
  ])
})

const PLANS: [string, object[], object][] = [
  ['a plan that takes a tenth off', [{ afterCycle: null, kind: 'percentage', percent: 10 }], { unitPrice: 360, discount: 180 }],
  ['a plan with a price of its own', [{ afterCycle: null, kind: 'price', amount: 1_500 }], { unitPrice: 1_500, discount: 750 }],
  ['a plan that we have not read', [], { unitPrice: 400, discount: 200 }],
]
test.each(PLANS)('the offer’s discount comes off what the plan makes of the price: %s', async (_, policies, signed) => {
  const row = { policies, gone: false, readAt: new Date() }
  const shop_id = { shop: SHOP, id: '77' }
  if (policies.length > 0)
    await on.db.sellingPlan.upsert({ where: { shop_id }, create: { ...shop_id, ...row } as never, update: row as never })
  else await on.db.sellingPlan.deleteMany({ where: shop_id })
  const { changes } = await offered({ ...subscribed, discount: { kind: 'percentage', percent: 50 } })
  await changes()
  const [changeset] = await on.db.changeset.findMany({ orderBy: { signedAt: 'desc' }, take: 1 })
  expect(changeset?.lines).toMatchObject([signed])
})

test('a plan that is gone sells nothing', async () => {
  const row = { shop: SHOP, id: '77', policies: [], gone: true, readAt: new Date() }
  await on.db.sellingPlan.create({ data: row })
  expect((await offered(subscribed)).body).toEqual({ show: false })
  await on.db.sellingPlan.deleteMany({ where: { shop: SHOP } })
})

test('an order that has a subscription is offered no second one', async () => {
  expect((await offered(subscribed, { sellingPlanId: 5 })).body).toEqual({ show: false })
})

test('the merchant’s words are hers in her language, with what is not known left out', async () => {
  const words = { de: { headline: '{first_name}, dazu {product}?', body: 'Du sparst {saving}.', accept: 'Ja', decline: 'Nein' } }
  const step = { ...bundle({ productId: '3', variantId: '31' }), discount: { kind: 'fixed', amount: 250 }, wording: words }
  const { view } = await offered(step, { locale: 'de-DE' })
  expect(view).toMatchObject({ headline: 'Dazu Cap?', body: 'Du sparst 2,50\u00a0€.', accept: 'Ja · {total}', decline: 'Nein' })
  expect((await offered(step, { locale: 'en' })).view.headline).toBe('Add Cap to your order')
})

test('a shopper who has ordered before is called by her name, and nobody else by it', async () => {
  const at = new Date()
  const amounts = { currency: 'EUR', presentmentCurrency: 'EUR', total: 1n, originalTotal: 1n }
  const ada = { shop: SHOP, id: '9000', name: '#9000', customerId: '70', firstName: 'Ada', checkoutToken: 'earlier' }
  await on.db.order.create({ data: { ...ada, ...amounts, processedAt: at, updatedAt: at } })
  const wording = { en: { headline: 'One more, {first_name}?', body: '', accept: '', decline: '' } }
  const step = { ...bundle({ productId: '3', variantId: '31' }), wording }
  const read = async (customerId: number | null, locale = 'en') => (await offered(step, { customerId, locale })).view.headline
  expect([await read(70), await read(71), await read(null), await read(70, 'de')]).toEqual([
    'One more, Ada?',
    'One more?',
    'One more?',
    'Cap zu Ihrer Bestellung hinzufügen',
  ])
  const [placement] = await on.db.placement.findMany({ where: { shop: SHOP, customerId: '70' } })
  expect(JSON.stringify(placement, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain('Ada')
})
