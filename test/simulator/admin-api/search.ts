import { NotModelled } from './refusals.ts'

/** Reads a field of a record for Shopify's search syntax; a list matches when one of its values does. */
export type Terms<R> = Record<string, (record: R) => string | number | boolean | null | readonly string[]>

export interface Search<R> {
  passes(record: R): boolean
  /** What the database can use: the lower bound of updated_at. */
  updatedSince: string | null
}

interface Term {
  field: string | null
  comparison: string
  value: string
}

/** `status:active updated_at:>='2026-01-01' title:*case*`: terms joined by AND. Other syntax is refused, not ignored. */
export function search<R>(query: string | null | undefined, terms: Terms<R>, text: (record: R) => string): Search<R> {
  const asked = parse(query ?? '')
  for (const { field } of asked) {
    if (field !== null && !(field in terms)) throw new NotModelled(`The simulator does not model searching by ${field} (${query})`)
  }
  return {
    passes: (record) => asked.every((term) => fits(term, term.field === null ? text(record) : (terms[term.field]?.(record) ?? null))),
    updatedSince: asked.find((term) => term.field === 'updated_at' && term.comparison.startsWith('>'))?.value ?? null,
  }
}

function parse(query: string): Term[] {
  if (/\bOR\b|[()]|(^|\s)-\w|\bNOT\b/.test(query)) throw new NotModelled(`The simulator does not model this search: ${query}`)
  const words = query.matchAll(/(?:(\w+):)?(>=|<=|>|<)?("[^"]*"|'[^']*'|\S+)/g)
  return [...words].flatMap(([, field, comparison, value = '']) =>
    value === 'AND' && !field ? [] : [{ field: field ?? null, comparison: comparison ?? '', value: value.replace(/^["']|["']$/g, '') }],
  )
}

function fits({ field, comparison, value }: Term, found: string | number | boolean | null | readonly string[]): boolean {
  if (Array.isArray(found)) return found.some((one) => fits({ field, comparison, value }, one))
  if (found === null) return value === 'null'
  if (comparison) {
    const difference = /_at$/.test(field ?? '') ? Date.parse(String(found)) - Date.parse(value) : Number(found) - Number(value)
    return comparison === '>'
      ? difference > 0
      : comparison === '<'
        ? difference < 0
        : comparison === '>='
          ? difference >= 0
          : difference <= 0
  }
  const [have, want] = [String(found).toLowerCase(), value.toLowerCase()]
  if (field === null) return have.includes(want.replaceAll('*', ''))
  if (!want.includes('*')) return have === want
  return new RegExp(
    `^${want
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(have)
}
