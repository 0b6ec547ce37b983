import { expect, test } from 'vitest'
import { mayAccess, seesOrder } from './access.ts'
import { adminSchema } from './schema.ts'

test.each([
  ['nothing is asked', undefined, [], true],
  ['the scope itself', '`read_orders` access scope.', ['read_orders'], true],
  ['another scope', '`read_orders` access scope.', ['read_products'], false],
  ['writing includes reading', '`read_orders` access scope.', ['write_orders'], true],
  ['reading does not include writing', 'Apps must have `write_discounts` access scope.', ['read_discounts'], false],
  [
    'one of several',
    '`read_orders` access scope, `read_marketplace_orders` access scope or `read_quick_sale` access scope.',
    ['read_quick_sale'],
    true,
  ],
  [
    'what staff must have is not asked of the app',
    '`write_products` access scope. Also: The user must have `read_x` permission.',
    ['write_products'],
    true,
  ],
])('access: %s', (_, words, granted, may) => expect(mayAccess(words, granted)).toBe(may))

test('the schema says which scopes orders need, and which fields are personal', () => {
  const { facts } = adminSchema()
  expect(facts.access.get('Order')).toContain('`read_orders`')
  expect(facts.protected.get('Customer.email')).toBe('email')
})

test('orders older than 60 days need read_all_orders', () => {
  const now = new Date('2026-06-01T00:00:00Z')
  const old = { createdAt: '2026-04-01T00:00:00Z' }
  expect(seesOrder(old, ['read_orders'], now)).toBe(false)
  expect(seesOrder(old, ['read_orders', 'read_all_orders'], now)).toBe(true)
  expect(seesOrder({ createdAt: '2026-04-03T00:00:00Z' }, ['read_orders'], now)).toBe(true)
})
