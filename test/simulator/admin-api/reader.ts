import type { Records } from '../model.ts'
import type { Kind, Store } from '../store.ts'
import type { Reader } from './fields.ts'

const MOST = 20_000
const NEIGHBOURS = 250

/** Reads a record with its neighbours, since whoever asks for one of a bulk operation soon asks for the next. */
export function reader<K extends Kind>(store: Store, shop: string, kind: K): Reader<Records[K]> {
  const known = new Map<number, Records[K] | null>()
  let misses = 0
  async function read(id: number): Promise<Records[K] | null> {
    misses += 1
    const page = await store.list(shop, kind, { after: id - 1, limit: misses > 5 ? NEIGHBOURS : 1 })
    if (known.size > MOST) known.clear()
    for (const record of page) known.set(record.id, record)
    if (!known.has(id)) known.set(id, null)
    return known.get(id) ?? null
  }
  return (id) => known.get(id) ?? (known.has(id) ? null : read(id))
}
