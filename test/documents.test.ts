import { parse, specifiedRules, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql'
import ts from 'typescript'
import { expect, test, vi } from 'vitest'
import type { Api } from '#app/platform/shopify/document.ts'
import { API_VERSION } from '#app/platform/shopify/api-version.ts'
import { READ_PAYMENTS, READ_RETURNS } from '#app/catalog/mirror/documents.server.ts'
import { READ_CONTACT } from '#app/catalog/to-ask.server.ts'
import { allSources, each } from './architecture/sources.ts'
import { requestedCost } from './simulator/admin-api/cost.ts'
import { grants, readIntrospection, schemaOf, scopesIn } from './support/admin-schema.ts'
import { declared } from './support/toml.ts'

const introspection = readIntrospection(API_VERSION)
const storefront = readIntrospection(API_VERSION, 'storefront-graphql')
const schemas = { admin: schemaOf(introspection), storefront: schemaOf(storefront) }

const callsIn = (tree: ts.SourceFile) => {
  let calls = 0
  each(tree, (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'document') calls += 1
  })
  return calls
}

interface Named {
  name: string
  source: string
  api?: Api
}

/** Every document of the app with its name; one that is not exported could not be seen here, so it counts as missing. */
async function documents(): Promise<Named[]> {
  vi.stubEnv('SHOPIFY_API_KEY', 'key').stubEnv('SHOPIFY_API_SECRET', 'secret').stubEnv('SHOPIFY_APP_URL', 'https://app.test')
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
  const found: Named[] = []
  for (const { path, tree } of allSources()) {
    if (!path.startsWith('app/') || !tree.text.includes('shopify/document.ts')) continue
    const calls = callsIn(tree)
    const exported = Object.entries((await import(/* @vite-ignore */ `../${path}`)) as Record<string, unknown>).flatMap(([name, value]) =>
      documentsIn(`${path} ${name}`, value),
    )
    if (exported.length < calls)
      throw new Error(`${path} makes ${calls} documents and exports ${exported.length}: export them, so that they are validated`)
    found.push(...exported)
  }
  const { bulkQuery, KINDS } = await import('#app/catalog/mirror/bulk-queries.ts')
  const startedAt = new Date('2026-01-01T00:00:00Z')
  const asked = { shop: 'a.myshopify.com', run: 'first', startedAt, attempts: 1 }
  for (const kind of KINDS) {
    for (const since of [null, startedAt]) found.push({ name: `bulk query of ${kind}`, source: bulkQuery({ ...asked, kind, since }) })
  }
  return found
}

function documentsIn(name: string, value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return []
  if ('source' in value && typeof value.source === 'string')
    return [{ name, source: value.source, api: (value as { api?: Api }).api ?? 'admin' }]
  return Object.entries(value).flatMap(([key, inner]) => documentsIn(`${name}.${key}`, inner))
}

const faultsOf = ({ name, source, api = 'admin' }: Named) => {
  try {
    return validate(schemas[api], parse(source), specifiedRules).map((fault) => `${name}: ${fault.message}`)
  } catch (error) {
    return [`${name}: ${(error as Error).message}`]
  }
}

/** What an app without a token is not told. */
const tokenOf = new Set(
  storefront.__schema.types.flatMap(({ name, fields }) =>
    (fields ?? []).flatMap((field) => (field.tokenRequired ? [`${name}.${field.name}`] : [])),
  ),
)

const accessOf = new Map(
  introspection.__schema.types.flatMap((type) => (type.fields ?? []).map((field) => [`${type.name}.${field.name}`, field.requiredAccess])),
)

/** What a document asks for that shopify.app.toml does not, or that takes a token of the Storefront API. */
function beyondScopes({ name, source, api = 'admin' }: Named): string[] {
  const beyond: string[] = []
  const types = new TypeInfo(schemas[api])
  const enter = () => {
    const parent = types.getParentType()
    const field = types.getFieldDef()
    if (api === 'storefront' && tokenOf.has(`${parent?.name}.${field?.name}`)) beyond.push(`${name}: ${field?.name} needs a token`)
    const needed = api === 'admin' && parent && field ? scopesIn(accessOf.get(`${parent.name}.${field.name}`)) : []
    if (needed.length > 0 && !needed.some((scope) => grants([...declared.scopes, ...declared.optionalScopes], scope)))
      beyond.push(`${name}: ${parent?.name}.${field?.name} needs ${needed.join(' or ')}`)
  }
  visit(parse(source), visitWithTypeInfo(types, { Field: { enter } }))
  return beyond
}

test('Shopify knows every field that we ask for', async () => {
  const all = await documents()
  expect(all.length).toBeGreaterThan(5)
  expect(all.flatMap(faultsOf)).toEqual([])
})

test('no document asks for more than our scopes allow', async () => {
  expect((await documents()).flatMap(beyondScopes)).toEqual([])
})

test('a field that does not exist, and one beyond our scopes, would be found', () => {
  expect(faultsOf({ name: 'planted', source: '{ shop { nmae } }' })).toHaveLength(1)
  expect(beyondScopes({ name: 'planted', source: '{ shopLocales { locale } }' })).toHaveLength(1)
  expect(beyondScopes({ name: 'planted', source: '{ customer(customerAccessToken: "a") { id } }', api: 'storefront' })).not.toEqual([])
})

// A shop of the smallest plan gets 100 points a second; thousands of requests may leave in an hour.
test('what is asked once more before a request leaves is cheap', () => {
  const pricing = { schema: schemas.admin, costOfMutation: 10 }
  const points = [READ_CONTACT, READ_RETURNS].map(({ source }) => requestedCost(parse(source), { id: 'gid' }, null, pricing))
  expect(points.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(10)
})

test.each([
  ['the orders of a rush, two lines each', 25, 50, 225],
  ['the same orders when their lines are known: another payment, a refund', 25, 0, 125],
  ['orders of many lines', 25, 250, 625],
])('payments are read for what there is of them: %s', (_, orders, lines, points) => {
  const pricing = { schema: schemas.admin, costOfMutation: 10 }
  const variables = { ids: Array(orders).fill('gid'), lines: Array(lines).fill('gid') }
  expect(requestedCost(parse(READ_PAYMENTS.source), variables, null, pricing)).toBe(points)
})
