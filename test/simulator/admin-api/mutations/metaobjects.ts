import type { SimMetaobject } from '../../model.ts'
import { whatIsWrongWith } from '../../value-types.ts'
import { type Caller, gid, readGid } from '../fields.ts'
import { asMetaobject, resolveType, typeOf } from '../types/metaobjects.ts'

interface Upsert {
  handle: { type: string; handle: string }
  metaobject: { handle?: string | null; fields?: { key: string; value: string }[] | null; capabilities?: unknown }
}

interface Wrong {
  field: string[]
  code: string
  message: string
  elementKey?: string
}

const HANDLE = /^[a-z0-9][a-z0-9-]{0,254}$/
const refuse = (wrong: Wrong) => ({ metaobject: null, userErrors: [{ elementIndex: null, elementKey: null, ...wrong }] })

/** Makes or changes the entry of that handle; fields that are not named keep what they hold, an empty value empties one. */
export async function metaobjectUpsert(_: unknown, { handle, metaobject }: Upsert, caller: Caller): Promise<object> {
  const { simulator, shop } = caller
  const { store, clock } = simulator
  const definition = typeOf(handle.type, caller)
  if (!definition)
    return refuse({
      field: ['handle', 'type'],
      code: 'UNDEFINED_OBJECT_TYPE',
      message: `No metaobject definition exists for type "${handle.type}"`,
    })
  if (!HANDLE.test(handle.handle)) return refuse({ field: ['handle', 'handle'], code: 'INVALID', message: 'Handle is invalid' })
  const type = resolveType(handle.type, caller)
  const before = await store.find(shop.domain, 'metaobject', `${type}/${handle.handle}`)
  const fields = { ...before?.fields }
  for (const [index, { key, value }] of (metaobject.fields ?? []).entries()) {
    const field = definition.fields.get(key)
    const at = ['metaobject', 'fields', String(index)]
    if (!field)
      return refuse({ field: at, code: 'UNDEFINED_OBJECT_FIELD', message: `Field definition "${key}" does not exist`, elementKey: key })
    const wrong = whatIsWrongWith(field.type, value)
    if (wrong) return refuse({ field: [...at, 'value'], code: 'INVALID_VALUE', message: wrong, elementKey: key })
    if (value === '') delete fields[key]
    else fields[key] = value
  }
  const missing = [...definition.fields].find(([key, { required }]) => required && fields[key] === undefined)?.[0]
  if (missing)
    return refuse({ field: ['metaobject'], code: 'OBJECT_FIELD_REQUIRED', message: `${missing} can't be blank`, elementKey: missing })
  const at = clock.now().toISOString()
  const written: SimMetaobject = {
    id: before?.id ?? (await store.nextId()),
    type,
    handle: handle.handle,
    fields,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  }
  await store.put(shop.domain, 'metaobject', written)
  return { metaobject: asMetaobject(written), userErrors: [] }
}

export async function metaobjectDelete(_: unknown, { id }: { id: string }, { simulator, shop }: Caller): Promise<object> {
  const asked = readGid(id)
  const found = asked?.type === 'Metaobject' ? await simulator.store.get(shop.domain, 'metaobject', asked.id) : null
  if (!found)
    return {
      deletedId: null,
      userErrors: [{ field: ['id'], code: 'RECORD_NOT_FOUND', message: 'Record not found', elementIndex: null, elementKey: null }],
    }
  await simulator.store.remove(shop.domain, 'metaobject', found.id)
  return { deletedId: gid('Metaobject', found.id), userErrors: [] }
}
