import { expect, test } from 'vitest'
import { SHOP, stage, until, type Stage } from '../../stage.ts'

const CREATE = `mutation($discount: DiscountCodeFreeShippingInput!) { discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) {
  codeDiscountNode { id codeDiscount { __typename ... on DiscountCodeFreeShipping { discountClasses appliesOnSubscription codesCount { count precision } } } }
  userErrors { field code } } }`
const ADD = `mutation($id: ID!, $codes: [DiscountRedeemCodeInput!]!) { discountRedeemCodeBulkAdd(discountId: $id, codes: $codes) {
  bulkCreation { id done codesCount } userErrors { field code message } } }`
const READ = `query($id: ID!) { discountRedeemCodeBulkCreation(id: $id) { done importedCount failedCount discountCode { id }
  codes(first: 250) { nodes { code errors { code } discountRedeemCode { id code } } pageInfo { hasNextPage } } } }`
const good = {
  title: 'Delivery on us',
  code: 'SHIP-1',
  startsAt: '2026-01-01T00:00:00Z',
  usageLimit: 1,
  context: { all: 'ALL' },
  destination: { all: true },
  combinesWith: { orderDiscounts: true, productDiscounts: true, shippingDiscounts: false },
}

async function withDiscount(settings = {}): Promise<{ world: Stage; id: string }> {
  const world = await stage({ settings: { redeemCodesAfterMs: 0, ...settings } })
  await world.simulator.store.putShop({ ...world.shop, installed: { scopes: ['write_discounts'], installedAt: '' } })
  const { json } = await world.query(CREATE, { discount: good })
  return { world, id: json.data.discountCodeFreeShippingCreate.codeDiscountNode.id }
}
const add = async (world: Stage, id: string, codes: string[]) =>
  (await world.query(ADD, { id, codes: codes.map((code) => ({ code })) })).json.data?.discountRedeemCodeBulkAdd

const done = (world: Stage, id: string) =>
  until(async () => {
    const { json } = await world.query(READ, { id })
    const bulk = json.data.discountRedeemCodeBulkCreation
    return bulk.done ? bulk : null
  })

test('codes are ordered, and there a moment later; those that are taken say so and hold up nobody', async () => {
  const { world, id } = await withDiscount()
  await using _ = world
  const ordered = await add(world, id, ['SHIP-2', 'ship-1', 'SHIP-3', 'Ship-3'])
  expect(ordered).toMatchObject({ userErrors: [], bulkCreation: { done: false, codesCount: 4 } })
  const bulk = await done(world, ordered.bulkCreation.id)
  expect(bulk).toMatchObject({ importedCount: 2, failedCount: 2, discountCode: { id }, codes: { pageInfo: { hasNextPage: false } } })
  expect(bulk.codes.nodes.map(({ errors }: { errors: { code: string }[] }) => errors[0]?.code ?? null)).toEqual([
    null,
    'TAKEN',
    null,
    'TAKEN',
  ])
  expect((await world.simulator.store.find(SHOP.domain, 'discount', 'ship-3'))?.codes.map(({ code }) => code)).toEqual([
    'SHIP-1',
    'SHIP-2',
    'SHIP-3',
  ])
})

test('an order for codes outlives a restart', async () => {
  const { world, id } = await withDiscount({ redeemCodesAfterMs: 60_000 })
  await using _ = world
  const ordered = await add(world, id, ['SHIP-2'])
  await world.restart()
  await world.simulator.clock.push(60_000)
  expect(await done(world, ordered.bulkCreation.id)).toMatchObject({ importedCount: 1 })
})

test('Shopify takes 250 codes in one call, and none for a discount that does not exist', async () => {
  const { world, id } = await withDiscount()
  await using _ = world
  const many = Array.from({ length: 251 }, (__, index) => ({ code: `MANY-${index}` }))
  expect((await world.query(ADD, { id, codes: many })).json.errors[0].extensions.code).toBe('MAX_INPUT_SIZE_EXCEEDED')
  expect(await add(world, 'gid://shopify/DiscountCodeNode/404', ['X'])).toMatchObject({
    bulkCreation: null,
    userErrors: [{ code: 'INVALID' }],
  })
  expect(await add(world, id, [])).toMatchObject({ userErrors: [{ field: ['codes'], code: 'BLANK' }] })
})

test('free shipping combines with no other free shipping', async () => {
  const { world } = await withDiscount()
  await using _ = world
  const { json } = await world.query(CREATE, { discount: { ...good, code: 'SHIP-9', combinesWith: { shippingDiscounts: true } } })
  expect(json.data.discountCodeFreeShippingCreate.userErrors).toEqual([
    { field: ['freeShippingCodeDiscount', 'combinesWith'], code: 'INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS' },
  ])
})
