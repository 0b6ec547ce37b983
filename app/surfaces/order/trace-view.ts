import type { Group } from '#app/offers/rules/rules.ts'
import type { TraceNode } from '#app/offers/trace.ts'
import { isGroup } from '#app/offers/rules/rules.ts'

/** One rule on the order's page, with what became of it. */
export interface TraceView {
  says: string
  state: 'yes' | 'no' | 'not-known'
  missing: string | null // where the fact that is not known would come from
  inner: readonly TraceView[]
}

const GROUPS: Record<Group['kind'], string> = {
  all: 'All of these',
  any: 'At least one of these',
  none: 'None of these',
}

export function traceView({ rule, truth, says, missing, children = [] }: TraceNode): TraceView {
  return {
    says: isGroup(rule) ? GROUPS[rule.kind] : `${says.charAt(0).toUpperCase()}${says.slice(1)}`,
    state: truth === 'unknown' ? 'not-known' : truth ? 'yes' : 'no',
    missing: missing ?? null,
    inner: children.map(traceView),
  }
}
