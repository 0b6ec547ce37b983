import type { MetaobjectDefinition } from '../../definitions.ts'
import type { SimMetaobject } from '../../model.ts'
import { type Caller, type Fields, gid } from '../fields.ts'
import { resolveNamespace } from './metafields.ts'

export interface MetaobjectSource {
  __typename: 'Metaobject'
  metaobject: SimMetaobject
}
export const asMetaobject = (metaobject: SimMetaobject): MetaobjectSource => ({ __typename: 'Metaobject', metaobject })

/** `$app:review` is the app's own; nobody else has declared any. */
export const resolveType = (type: string, caller: Pick<Caller, 'simulator'>): string => resolveNamespace(type, caller)

export function typeOf(type: string, { simulator }: Pick<Caller, 'simulator'>): MetaobjectDefinition | null {
  const own = resolveNamespace('$app:', { simulator })
  const full = resolveNamespace(type, { simulator })
  return full.startsWith(own) ? (simulator.configuration.definitions.metaobjects.get(full.slice(own.length)) ?? null) : null
}

interface FieldSource {
  key: string
  type: string
  value: string | null
}
const fieldsOf = ({ metaobject }: MetaobjectSource, caller: Caller): FieldSource[] =>
  [...(typeOf(metaobject.type, caller)?.fields ?? [])].map(([key, { type }]) => ({ key, type, value: metaobject.fields[key] ?? null }))

const Metaobject: Fields<MetaobjectSource> = {
  id: ({ metaobject }) => gid('Metaobject', metaobject.id),
  type: ({ metaobject }) => metaobject.type,
  handle: ({ metaobject }) => metaobject.handle,
  displayName: ({ metaobject }, _, caller) =>
    metaobject.fields[typeOf(metaobject.type, caller)?.displayNameField ?? ''] ?? metaobject.handle,
  fields: (source, _, caller) => fieldsOf(source, caller),
  field: (source, { key }: { key: string }, caller) => fieldsOf(source, caller).find((field) => field.key === key) ?? null,
  createdAt: ({ metaobject }) => metaobject.createdAt,
  updatedAt: ({ metaobject }) => metaobject.updatedAt,
}

const MetaobjectField: Fields<FieldSource> = {
  key: ({ key }) => key,
  type: ({ type }) => type,
  value: ({ value }) => value,
}

export const METAOBJECT_TYPES: Record<string, Fields<never>> = { Metaobject, MetaobjectField }
