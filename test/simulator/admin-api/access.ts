import type { Facts } from './schema.ts'

/**
 * Whether granted scopes satisfy the words of `requiredAccess`: "`read_orders` access scope or `read_x` access scope." asks
 * for one of them, "and" for each. What follows "Also:" is about staff and shops, which the simulator does not restrict.
 */
export function mayAccess(words: string | undefined, granted: readonly string[]): boolean {
  if (words === undefined) return true
  const asked = words.split('Also:')[0]?.split('for queries')[0] ?? ''
  const scopes = [...asked.matchAll(/`((?:read|write|unauthenticated_read|unauthenticated_write)_\w+)`/g)].map((match) => match[1] ?? '')
  if (scopes.length === 0) return true
  const holds = (scope: string) => granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'))
  return scopes.length > 1 && !/\bor\b/.test(asked) ? scopes.every(holds) : scopes.some(holds)
}

/** A field asks for what it says itself, else for what the type that it leads to says. */
export function accessWords(facts: Facts, parent: string, field: string, leadsTo: string): string | undefined {
  return facts.access.get(`${parent}.${field}`) ?? facts.access.get(leadsTo.replace(/Connection$/, ''))
}

const RECENT_MS = 60 * 86_400_000

/** Without read_all_orders an app sees the orders of the last 60 days. */
export function seesOrder(order: { createdAt: string }, granted: readonly string[], now: Date): boolean {
  return granted.includes('read_all_orders') || now.getTime() - Date.parse(order.createdAt) <= RECENT_MS
}
