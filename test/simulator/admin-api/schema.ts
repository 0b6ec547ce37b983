import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { buildClientSchema, type GraphQLSchema } from 'graphql'
import { SETTINGS } from '../settings.ts'

/** What Shopify's schema file says beyond standard introspection. */
export interface Facts {
  /** The words of `requiredAccess` of a field (Type.field), or of a type. */
  access: ReadonlyMap<string, string>
  /** Type.field -> which kind of personal data it is: name, email, phone or address. */
  protected: ReadonlyMap<string, string>
}

interface IntrospectedType {
  name: string
  requiredAccess?: string | null
  fields?: { name: string; requiredAccess?: string | null; isProtected?: boolean; protectedContent?: string | null }[] | null
}

export interface AdminSchema {
  schema: GraphQLSchema
  facts: Facts
}

let loaded: AdminSchema | undefined

/** The real Admin schema, as published in @shopify/dev-mcp. Read once: it takes a few hundred milliseconds. */
export function adminSchema(): AdminSchema {
  loaded ??= load()
  return loaded
}

function load(): AdminSchema {
  // The package's exports hide its data, so it is reached by path.
  const file = new URL(`../../../node_modules/@shopify/dev-mcp/dist/data/admin_${SETTINGS.apiVersion}.json.gz`, import.meta.url)
  const { data } = JSON.parse(gunzipSync(readFileSync(file)).toString())
  return { schema: buildClientSchema(data), facts: factsOf(data.__schema.types) }
}

function factsOf(types: IntrospectedType[]): Facts {
  const access = new Map<string, string>()
  const guarded = new Map<string, string>()
  for (const type of types) {
    if (type.requiredAccess) access.set(type.name, type.requiredAccess)
    for (const field of type.fields ?? []) {
      if (field.requiredAccess) access.set(`${type.name}.${field.name}`, field.requiredAccess)
      if (field.isProtected) guarded.set(`${type.name}.${field.name}`, field.protectedContent ?? 'name')
    }
  }
  return { access, protected: guarded }
}
