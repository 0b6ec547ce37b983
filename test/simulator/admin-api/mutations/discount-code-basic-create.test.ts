import { expect, test } from 'vitest'
import { SHOP, stage } from '../../stage.ts'

const CREATE = `mutation($discount: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $discount) {
  codeDiscountNode { id codeDiscount { __typename ... on DiscountCodeBasic { title status usageLimit codes(first: 1) { nodes { code } }
    customerGets { value { __typename ... on DiscountPercentage { percentage } } items { __typename } } combinesWith { shippingDiscounts orderDiscounts } } } }
  userErrors { field code message } } }`
const good = {
  title: 'Ten',
  code: 'TEN',
  startsAt: '2026-01-01T00:00:00Z',
  usageLimit: 1,
  context: { all: 'ALL' },
  customerGets: { value: { percentage: 0.1 }, items: { all: true } },
  combinesWith: { shippingDiscounts: true },
}
const installed = { scopes: ['write_discounts', 'read_products'], installedAt: '' }

test('a code is made once and is known by any spelling', async () => {
  await using world = await stage()
  await world.simulator.store.putShop({ ...world.shop, installed })
  const { json } = await world.query(CREATE, { discount: good })
  expect(json.data.discountCodeBasicCreate).toMatchObject({
    userErrors: [],
    codeDiscountNode: {
      codeDiscount: {
        __typename: 'DiscountCodeBasic',
        status: 'ACTIVE',
        usageLimit: 1,
        codes: { nodes: [{ code: 'TEN' }] },
        customerGets: { value: { percentage: 0.1 }, items: { __typename: 'AllDiscountItems' } },
        combinesWith: { shippingDiscounts: true, orderDiscounts: false },
      },
    },
  })
  const found = await world.query('{ codeDiscountNodeByCode(code: "ten") { id } }')
  expect(found.json.data.codeDiscountNodeByCode.id).toBe(json.data.discountCodeBasicCreate.codeDiscountNode.id)
  const again = await world.query(CREATE, { discount: { ...good, code: 'Ten' } })
  expect(again.json.data.discountCodeBasicCreate).toMatchObject({
    codeDiscountNode: null,
    userErrors: [{ field: ['basicCodeDiscount', 'code'], code: 'TAKEN' }],
  })
  expect(await world.simulator.store.count(SHOP.domain, 'discount')).toBe(1)
})

test.each([
  ['no code', { code: undefined }, { field: ['basicCodeDiscount', 'code'], code: 'BLANK' }],
  [
    'an end before its start',
    { endsAt: '2025-01-01T00:00:00Z' },
    { field: ['basicCodeDiscount', 'endsAt'], code: 'END_DATE_BEFORE_START_DATE' },
  ],
  [
    '110 %',
    { customerGets: { value: { percentage: 1.1 }, items: { all: true } } },
    { field: ['basicCodeDiscount', 'customerGets', 'value', 'percentage'], code: 'VALUE_OUTSIDE_RANGE' },
  ],
])('a discount with %s is refused in userErrors', async (_, change, error) => {
  await using world = await stage()
  await world.simulator.store.putShop({ ...world.shop, installed })
  const { json } = await world.query(CREATE, { discount: { ...good, ...change } })
  expect(json.data.discountCodeBasicCreate).toMatchObject({ codeDiscountNode: null, userErrors: [error] })
})

test('two audiences at once, or a field that does not exist, do not even pass the schema', async () => {
  await using world = await stage()
  await world.simulator.store.putShop({ ...world.shop, installed })
  for (const change of [{ context: { all: 'ALL', customers: { add: [] } } }, { nope: 1 }]) {
    const { json } = await world.query(CREATE, { discount: { ...good, ...change } })
    expect(json.errors[0].extensions.code).toBe('INVALID_VARIABLE')
  }
})

test('without the scope nothing is made', async () => {
  await using world = await stage()
  await world.simulator.store.putShop({ ...world.shop, installed: { scopes: ['read_discounts'], installedAt: '' } })
  const { json } = await world.query(CREATE, { discount: good })
  expect(json.errors[0].extensions.code).toBe('ACCESS_DENIED')
  expect(await world.simulator.store.count(SHOP.domain, 'discount')).toBe(0)
})
