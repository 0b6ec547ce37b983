import { expect, test } from 'vitest'
import { gid, idOf } from '#app/values/ids.ts'

test.each([
  ['gid://shopify/Order/820982911946154508', '820982911946154508'],
  ['gid://shopify/InventoryLevel/9?inventory_item_id=1', '9'],
])('%s is %s', (named, id) => expect(idOf(named)).toBe(id))

test.each(['', '820982911946154508', 'gid://shopify/Order/', 'gid://other/Order/1'])('%j is not a gid', (text) =>
  expect(() => idOf(text)).toThrow(),
)

test('an id and its gid name the same thing', () => expect(idOf(gid('Product', '9007199254740993'))).toBe('9007199254740993'))
