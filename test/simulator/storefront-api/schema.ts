import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { buildClientSchema, type GraphQLSchema } from 'graphql'
import { SETTINGS } from '../settings.ts'

let loaded: GraphQLSchema | undefined

/** The real Storefront schema, as published in @shopify/dev-mcp. Read at the first call. */
export function storefrontSchema(): GraphQLSchema {
  // The package's exports hide its data, so it is reached by path.
  const file = new URL(
    `../../../node_modules/@shopify/dev-mcp/dist/data/storefront-graphql_${SETTINGS.apiVersion}.json.gz`,
    import.meta.url,
  )
  loaded ??= buildClientSchema(JSON.parse(gunzipSync(readFileSync(file)).toString()).data)
  return loaded
}
