/**
 * A subscription's filter in Shopify's search syntax, as far as it is modelled: `field:value` with optional comparison,
 * nested fields by dots, joined by AND. Anything else is refused rather than ignored.
 */
export function passesFilter(filter: string | null, payload: unknown): boolean {
  if (filter === null) return true
  return filter.split(/\s+AND\s+/i).every((term) => {
    const match = /^([\w.]+):(>=|<=|>|<)?("[^"]*"|\S+)$/.exec(term.trim())
    if (!match) throw new Error(`The simulator does not model this webhook filter: ${filter}`)
    const [, path = '', comparison, quoted = ''] = match
    const wanted = quoted.replace(/^"|"$/g, '')
    return valuesAt(payload, path.split('.')).some((value) => compares(value, comparison, wanted))
  })
}

function compares(value: unknown, comparison: string | undefined, wanted: string): boolean {
  if (comparison === undefined) return wanted === '*' ? value !== null : String(value) === wanted
  const difference = Number(value) - Number(wanted)
  if (comparison === '>=') return difference >= 0
  if (comparison === '<=') return difference <= 0
  return comparison === '>' ? difference > 0 : difference < 0
}

/** Arrays on the way are looked through, as Shopify does for `variants.price`. */
export function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => valuesAt(entry, path))
  const [head, ...rest] = path
  if (head === undefined) return [value]
  if (typeof value !== 'object' || value === null || !(head in value)) return []
  return valuesAt((value as Record<string, unknown>)[head], rest)
}

/** Keeps only the named fields (dots reach into objects and arrays), as include_fields does. */
export function onlyFields(fields: string[] | null, payload: unknown): unknown {
  if (fields === null) return payload
  if (Array.isArray(payload)) return payload.map((entry) => onlyFields(fields, entry))
  if (typeof payload !== 'object' || payload === null) return payload
  return Object.fromEntries(
    Object.entries(payload).flatMap(([key, value]) => {
      if (fields.includes(key)) return [[key, value]]
      const inner = fields.flatMap((field) => (field.startsWith(`${key}.`) ? field.slice(key.length + 1) : []))
      return inner.length > 0 ? [[key, onlyFields(inner, value)]] : []
    }),
  )
}
