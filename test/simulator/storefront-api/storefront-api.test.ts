import { expect, test } from 'vitest'
import { scene, tenthOff, variantOf } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import type { SimDiscount } from '../model.ts'
import { json } from '../stage.ts'

const CREATE = `mutation ($input: CartInput!, $language: LanguageCode, $country: CountryCode) @inContext(language: $language, country: $country) {
  cartCreate(input: $input) { cart { checkoutUrl discountCodes { code applicable } } userErrors { code field } warnings { code } } }`
const plan = {
  id: 601,
  groupId: 600,
  group: 'Subscribe and save',
  name: 'Every month',
  pricingPolicies: [{ afterCycle: null, adjustmentType: 'PERCENTAGE' as const, percentage: 10 }],
}

/** The case is sold by a plan too. */
async function withPlan(discount: Partial<SimDiscount> = {}) {
  const on = await scene({ discounts: [tenthOff('TENTH', discount)], shop: { rates: { GBP: 0.86 }, locales: ['en', 'de'] } })
  await on.simulator.store.update(on.shop.domain, 'product', on.case.id, (one) => ({ ...one, sellingPlans: [plan] }))
  return on
}

const ask = (on: Scene, query: string, variables: object = {}, headers: Record<string, string> = {}) => {
  const { headers: kind, ...init } = json({ query, variables })
  return on.ask(on.shop.domain, '/api/2026-07/graphql.json', { ...init, headers: { ...kind, ...headers } })
}
const line = (id: number, sellingPlanId?: number) => ({
  merchandiseId: `gid://shopify/ProductVariant/${id}`,
  quantity: 2,
  ...(sellingPlanId ? { sellingPlanId: `gid://shopify/SellingPlan/${sellingPlanId}` } : {}),
})

test('a cart leads to a checkout that charges the plan’s price, with its code, attributes, language and currency, and says that it recurs', async () => {
  await using on = await withPlan({ subscriptions: true })
  const input = {
    lines: [line(variantOf(on.case), plan.id)],
    discountCodes: ['tenth'],
    attributes: [{ key: '_encore', value: 'r1' }],
    buyerIdentity: { countryCode: 'GB' },
  }
  const { cart } = (await ask(on, CREATE, { input, language: 'DE', country: 'GB' })).json.data.cartCreate
  expect(cart.discountCodes).toEqual([{ code: 'TENTH', applicable: true }])
  const { pathname, search } = new URL(cart.checkoutUrl)
  const opened = await on.ask('test.localhost', `${pathname}${search}&${new URLSearchParams({ 'checkout[email]': 'ada@example.com' })}`)
  const at = String(opened.headers.location)
  expect((await on.ask('test.localhost', at)).text).toContain('wiederkehrender Kauf')
  const body = 'do=pay'
  await on.ask('test.localhost', at, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
  const order = await on.simulator.store.find(on.shop.domain, 'order', at.split('/')[2] ?? '')
  expect(order).toMatchObject({ email: 'ada@example.com', locale: 'de', presentmentCurrency: 'GBP', attributes: input.attributes })
  expect(order?.lines).toMatchObject([{ sellingPlanId: 601, unitPrice: { shop: '44.91' }, discounts: [{ amount: { shop: '8.98' } }] }])
  const stranger = await on.ask('test.localhost', `${pathname}?key=guessed`)
  expect(stranger.status).toBe(404)
})

test('whoever asks is told in which languages the shop stands', async () => {
  await using on = await withPlan()
  const { data } = (await ask(on, `{ localization { language { isoCode } availableLanguages { isoCode } } }`)).json
  expect(data.localization).toEqual({ language: { isoCode: 'EN' }, availableLanguages: [{ isoCode: 'EN' }, { isoCode: 'DE' }] })
})

test('a code that does not go with subscriptions is said to be of no use, and a plan of another product is refused', async () => {
  await using on = await withPlan()
  const made = async (input: object) => (await ask(on, CREATE, { input })).json.data.cartCreate
  const kept = await made({ lines: [line(variantOf(on.case), plan.id)], discountCodes: ['TENTH'] })
  expect(kept.cart.discountCodes).toEqual([{ code: 'TENTH', applicable: false }])
  expect(await made({ lines: [line(variantOf(on.phone), plan.id)] })).toMatchObject({
    cart: null,
    userErrors: [{ code: 'SELLING_PLAN_NOT_APPLICABLE' }],
  })
  expect(await made({ lines: [line(7)] })).toMatchObject({ cart: null, userErrors: [{ code: 'INVALID' }] })
})

test('all else fails loudly: what the schema does not know, what is not modelled, and tokens', async () => {
  await using on = await withPlan()
  expect((await ask(on, '{ shop { nmae } }')).json.errors).toHaveLength(1)
  for (const asked of [
    '{ shop { name } }',
    'mutation { cartCreate(input: { note: "a" }) { cart { id } } }',
    'mutation { cartCreate { cart { cost { subtotalAmount { amount } } } } }',
  ])
    expect([asked, (await ask(on, asked)).status]).toEqual([asked, 501])
  expect((await ask(on, CREATE, { input: {} }, { 'x-shopify-storefront-access-token': 'a' })).status).toBe(501)
  expect((await on.ask(on.shop.domain, '/api/2025-01/graphql.json', json({ query: '{ shop { name } }' }))).status).toBe(404)
})
