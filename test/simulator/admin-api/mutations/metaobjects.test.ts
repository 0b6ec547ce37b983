import { expect, test } from 'vitest'
import { product, SHOP, stage } from '../../stage.ts'

const UPSERT = `mutation Write($handle: MetaobjectHandleInput!, $entry: MetaobjectUpsertInput!) {
  metaobjectUpsert(handle: $handle, metaobject: $entry) { metaobject { id handle displayName field(key: "rating") { value } } userErrors { code } } }`
const FIELDS = [
  { key: 'review_id', value: 'r1' },
  { key: 'rating', value: '4' },
  { key: 'author', value: 'Mia' },
  { key: 'submitted_at', value: '2026-01-01T00:00:00Z' },
]
const entry = (fields = FIELDS, type = '$app:review') => ({ handle: { type, handle: 'review-r1' }, entry: { fields } })

test('an entry is made once by its handle, changed after, and deleted', async () => {
  await using world = await stage()
  const made = (await world.query(UPSERT, entry())).json.data.metaobjectUpsert
  expect(made).toMatchObject({ metaobject: { handle: 'review-r1', displayName: 'Mia', field: { value: '4' } }, userErrors: [] })
  const changed = (await world.query(UPSERT, entry([{ key: 'rating', value: '2' }]))).json.data.metaobjectUpsert
  expect(changed.metaobject).toMatchObject({ id: made.metaobject.id, field: { value: '2' }, displayName: 'Mia' })
  const drop = () => world.query(`mutation { metaobjectDelete(id: "${made.metaobject.id}") { deletedId userErrors { code } } }`)
  expect((await drop()).json.data.metaobjectDelete).toEqual({ deletedId: made.metaobject.id, userErrors: [] })
  expect((await drop()).json.data.metaobjectDelete).toEqual({ deletedId: null, userErrors: [{ code: 'RECORD_NOT_FOUND' }] })
})

test.each([
  ['a type that nobody has declared', entry(FIELDS, '$app:other'), 'UNDEFINED_OBJECT_TYPE'],
  ['a field that is not declared', entry([...FIELDS, { key: 'mood', value: 'x' }]), 'UNDEFINED_OBJECT_FIELD'],
  ['a value of another type', entry([...FIELDS, { key: 'verified', value: 'yes' }]), 'INVALID_VALUE'],
  ['a missing field', entry(FIELDS.slice(1)), 'OBJECT_FIELD_REQUIRED'],
])('%s is refused', async (_, variables, code) => {
  await using world = await stage()
  expect((await world.query(UPSERT, variables)).json.data.metaobjectUpsert).toEqual({ metaobject: null, userErrors: [{ code }] })
})

const SET = `mutation Set($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { code } } }`
const ownerId = 'gid://shopify/Product/1'

test.each([
  [
    'a rating beyond its scale',
    { namespace: 'reviews', key: 'rating', type: 'rating', value: '{"value":"6","scale_min":"1.0","scale_max":"5.0"}' },
    'INVALID_VALUE',
  ],
  [
    'a list of what does not exist',
    { namespace: '$app', key: 'reviews', type: 'list.metaobject_reference', value: '["gid://shopify/Metaobject/1"]' },
    'INVALID_VALUE',
  ],
  ['another type than declared', { namespace: '$app', key: 'review_summary', type: 'single_line_text_field', value: 'x' }, 'INVALID_TYPE'],
  [
    'a product that does not exist',
    { ownerId: 'gid://shopify/Product/2', namespace: '$app', key: 'review_summary', type: 'json', value: '{}' },
    'INVALID',
  ],
])('a metafield with %s is refused', async (_, metafield, code) => {
  await using world = await stage()
  await world.simulator.store.put(SHOP.domain, 'product', product(1))
  const { json } = await world.query(SET, { metafields: [{ ownerId, ...metafield }] })
  expect(json.data.metafieldsSet.userErrors).toEqual([{ code }])
})

test('standard definitions are enabled once, and only those that there are', async () => {
  await using world = await stage()
  const enable = async (key: string) =>
    (
      await world.query(
        `mutation { standardMetafieldDefinitionEnable(ownerType: PRODUCT, namespace: "reviews", key: "${key}") { userErrors { code } } }`,
      )
    ).json.data.standardMetafieldDefinitionEnable.userErrors
  expect(await enable('rating')).toEqual([])
  expect(await enable('rating')).toEqual([{ code: 'TAKEN' }])
  expect(await enable('mood')).toEqual([{ code: 'TEMPLATE_NOT_FOUND' }])
})
