import { parse } from 'graphql'
import { expect, test } from 'vitest'
import { actualCost, requestedCost } from './cost.ts'
import { adminSchema } from './schema.ts'

const cost = (query: string, variables = {}) =>
  requestedCost(parse(query), variables, null, { schema: adminSchema().schema, costOfMutation: 10 })

test.each([
  ['scalars are free, an object costs 1', '{ shop { name email } }', {}, 1],
  ['a connection costs its page', '{ products(first: 5) { nodes { id } } }', {}, 7],
  ['edges cost no more than nodes', '{ products(first: 5) { edges { cursor node { id } } pageInfo { hasNextPage } } }', {}, 7],
  ['the size may come by variable', 'query($n: Int) { products(first: $n) { nodes { id } } }', { n: 20 }, 22],
  ['connections multiply', '{ products(first: 5) { nodes { variants(first: 3) { nodes { id } } } } }', {}, 2 + 5 * (1 + 2 + 3)],
  [
    'of a union the dearest counts',
    '{ node(id: "gid://shopify/Shop/1") { ... on Order { customer { id } } ... on Product { id } } }',
    {},
    2,
  ],
  ['nodes cost each', '{ nodes(ids: ["a", "b", "c"]) { id } }', {}, 3],
  ['a fragment costs as if written out', '{ shop { ...F } } fragment F on Shop { primaryDomain { host } }', {}, 2],
  ['a mutation costs 10', 'mutation { bulkOperationCancel(id: "x") { userErrors { message } } }', {}, 11],
])('%s', (_, query, variables, expected) => expect(cost(query, variables)).toBe(expected))

test('what was really there is what it cost', () => {
  expect(actualCost({ shop: { name: 'x' } }, false, 10)).toBe(1)
  expect(actualCost({ products: { nodes: [{ id: 1 }, { id: 2 }], pageInfo: { hasNextPage: false } } }, false, 10)).toBe(4)
  expect(actualCost({ products: { edges: [{ node: { id: 1 } }, { node: { id: 2 } }] } }, false, 10)).toBe(4)
})
