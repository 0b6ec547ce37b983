import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { buildClientSchema, type GraphQLSchema } from 'graphql'

/** Shopify's own introspection of one version of one of its APIs, with what it adds to the standard: scopes, and each topic's docs. */
export type Introspection = { __schema: { types: readonly IntrospectedType[] } }
export type IntrospectedType = {
  name: string
  requiredAccess?: string | null
  fields?: readonly { name: string; requiredAccess?: string | null; tokenRequired?: boolean }[] | null
  enumValues?: readonly { name: string; description: string | null }[] | null
}

export function readIntrospection(version: string, api: 'admin' | 'storefront-graphql' = 'admin'): Introspection {
  // The package's exports hide its data, so it is reached by path.
  const path = new URL(`../../node_modules/@shopify/dev-mcp/dist/data/${api}_${version}.json.gz`, import.meta.url)
  const file = JSON.parse(gunzipSync(readFileSync(path)).toString()) as { data?: Introspection } & Introspection
  return file.data ?? file
}

export const schemaOf = (introspection: Introspection): GraphQLSchema => buildClientSchema(introspection as never)

/** The scopes of which one is needed, as Shopify's texts name them; none means that any app may. */
export const scopesIn = (text: string | null | undefined): string[] =>
  [...(text ?? '').matchAll(/\b(?:read|write)_[a-z_]+\b/g)].map(([scope]) => scope)

/** Who may write may read. */
export const grants = (granted: readonly string[], wanted: string): boolean =>
  granted.includes(wanted) ||
  granted.includes(wanted.replace(/^read_/, 'write_')) ||
  (wanted === 'read_orders' && granted.includes('read_all_orders'))
