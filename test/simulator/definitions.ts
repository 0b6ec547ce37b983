import { whatIsWrongWith } from './value-types.ts'

/** What shopify.app.toml declares as the app's own: metafields of products, and metaobjects with their fields. */
export interface Definitions {
  productMetafields: ReadonlyMap<string, MetafieldDefinition>
  metaobjects: ReadonlyMap<string, MetaobjectDefinition>
}

export interface MetafieldDefinition {
  type: string
  publicRead: boolean
}

export interface MetaobjectDefinition {
  displayNameField: string | null
  publicRead: boolean
  fields: ReadonlyMap<string, { type: string; required: boolean }>
}

interface Access {
  access?: { admin?: string; storefront?: string }
}
export interface DefinitionsToml {
  product?: { metafields?: { app?: Record<string, Access & { type: string; name?: string }> } }
  metaobjects?: {
    app?: Record<string, Access & { display_name_field?: string; fields?: Record<string, { type: string; required?: boolean }> }>
  }
}

const LIST = /^list\.metaobject_reference<\$app:(\w+)>$/

export function definitionsOf(toml: DefinitionsToml): Definitions {
  const metaobjects = Object.entries(toml.metaobjects?.app ?? {}).map(([type, one]) => {
    const fields = new Map(
      Object.entries(one.fields ?? {}).map(
        ([key, field]) => [key, { type: known(field.type), required: field.required ?? false }] as const,
      ),
    )
    if (one.display_name_field && !fields.has(one.display_name_field)) throw new Error(`${type} has no field ${one.display_name_field}`)
    return [type, { displayNameField: one.display_name_field ?? null, publicRead: isPublic(one), fields }] as const
  })
  const names = new Map(metaobjects)
  const metafields = Object.entries(toml.product?.metafields?.app ?? {}).map(([key, one]) => {
    const refers = LIST.exec(one.type)?.[1]
    if (refers && !names.has(refers)) throw new Error(`${key} refers to $app:${refers}, which is not declared`)
    return [key, { type: refers ? 'list.metaobject_reference' : known(one.type), publicRead: isPublic(one) }] as const
  })
  return { productMetafields: new Map(metafields), metaobjects: names }
}

const isPublic = ({ access }: Access): boolean => access?.storefront === 'public_read'

function known(type: string): string {
  // Throws for a type whose values the simulator could not check.
  whatIsWrongWith(type, '')
  return type
}
