import type { Keys } from './rules/kind.ts'
import { isGroup, keysNamedBy, selectivityOf, type Rule } from './rules/rules.ts'

/** Of which a purchase must have at least one for the rule to hold, and about how many purchases do. */
export interface Lookup {
  keys: readonly Keys[]
  selectivity: number
}

/** Of `all` the most selective rule, of `any` every one together; null when the rule can hold without any key. */
export function lookupOf(rule: Rule): Lookup | null {
  if (!isGroup(rule)) {
    const keys = keysNamedBy(rule)
    return keys && { keys: [keys], selectivity: selectivityOf(rule) }
  }
  if (rule.kind === 'none') return null
  const inner = rule.rules.map(lookupOf)
  const known = inner.filter((each) => each !== null)
  if (rule.kind === 'all') return known.toSorted((a, b) => a.selectivity - b.selectivity)[0] ?? null
  if (known.length < inner.length) return null
  return { keys: known.flatMap(({ keys }) => keys), selectivity: known.reduce((sum, { selectivity }) => sum + selectivity, 0) }
}
