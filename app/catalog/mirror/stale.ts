/** What a decision needs soonest comes first; the lines of old refunds can wait. */
export const STALE_KINDS = [
  'item',
  'product',
  'plan',
  'metafield',
  'membership',
  'collection',
  'customer',
  'payment',
  'return',
  'order',
  'refund',
] as const
export type StaleKind = (typeof STALE_KINDS)[number]

/** Whose batch was the last one, and how far the others' round has come. */
export interface Turn {
  kind: StaleKind
  wasUrgent: boolean
  reached: StaleKind
}

/**
 * Every other batch is of what is needed soonest; those between go round the other kinds. So stock waits for one batch, and anything else for
 * two per kind, however much is noted meanwhile. The kind of the oldest mark would not do: behind the refunds of a shop's history all waits.
 */
export function nextTurn(waiting: ReadonlySet<StaleKind>, last: Turn | undefined): Turn | undefined {
  const [urgent, ...others] = STALE_KINDS.filter((kind) => waiting.has(kind))
  if (!urgent) return undefined
  const reached = last?.reached ?? urgent
  const [first] = others
  if (!last?.wasUrgent || !first) return { kind: urgent, wasUrgent: true, reached }
  const kind = others.find((one) => STALE_KINDS.indexOf(one) > STALE_KINDS.indexOf(reached)) ?? first
  return { kind, wasUrgent: false, reached: kind }
}
