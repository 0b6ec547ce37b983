import { createHash } from 'node:crypto'
import type { SimMetafield } from '../../model.ts'
import { type Caller, type Fields, gid } from '../fields.ts'
import { ArrayListing } from '../listing.ts'

const asMetafield = (metafield: SimMetafield): { metafield: SimMetafield } => ({ metafield })

/** `$app` and `$app:name` stand for namespaces that only this app can write. */
export function resolveNamespace(
  namespace: string | null | undefined,
  { simulator }: { simulator: Pick<Caller['simulator'], 'app'> },
): string {
  const own = `app--${simulator.app.clientId}`
  if (namespace == null || namespace === '$app') return own
  return namespace.startsWith('$app:') ? `${own}--${namespace.slice('$app:'.length)}` : namespace
}

export function oneMetafield(metafields: readonly SimMetafield[], namespace: string | null | undefined, key: string, caller: Caller) {
  const full = resolveNamespace(namespace, caller)
  const found = metafields.find((metafield) => metafield.namespace === full && metafield.key === key)
  return found ? asMetafield(found) : null
}

export function metafieldListing(metafields: readonly SimMetafield[], args: { namespace?: string; keys?: string[] }, caller: Caller) {
  const namespace = args.namespace == null ? null : resolveNamespace(args.namespace, caller)
  const names = args.keys?.map((name) =>
    name.includes('.') ? `${resolveNamespace(name.split('.')[0], caller)}.${name.split('.')[1]}` : name,
  )
  const asked = metafields.filter(
    (metafield) =>
      (namespace === null || metafield.namespace === namespace) && (!names || names.includes(`${metafield.namespace}.${metafield.key}`)),
  )
  return new ArrayListing(asked.map(asMetafield), ({ metafield }) => metafield.id)
}

export const digestOf = (metafield: SimMetafield): string => createHash('sha256').update(metafield.value).digest('hex')

function jsonOf({ type, value }: SimMetafield): unknown {
  if (type === 'json' || type.startsWith('list.') || type === 'rating' || type === 'money' || type === 'boolean') return JSON.parse(value)
  return type.startsWith('number_') ? Number(value) : value
}

const Metafield: Fields<{ metafield: SimMetafield }> = {
  id: ({ metafield }) => gid('Metafield', metafield.id),
  legacyResourceId: ({ metafield }) => String(metafield.id),
  namespace: ({ metafield }) => metafield.namespace,
  key: ({ metafield }) => metafield.key,
  type: ({ metafield }) => metafield.type,
  value: ({ metafield }) => metafield.value,
  jsonValue: ({ metafield }) => jsonOf(metafield),
  compareDigest: ({ metafield }) => digestOf(metafield),
  sizeInBytes: ({ metafield }) => Buffer.byteLength(metafield.value),
  createdAt: ({ metafield }) => metafield.updatedAt,
  updatedAt: ({ metafield }) => metafield.updatedAt,
}

export const METAFIELD_TYPES: Record<string, Fields<never>> = { Metafield }
