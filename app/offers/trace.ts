import type { Facts } from './facts.ts'
import { isGroup, sourceOf, type Group, type Rule } from './rules/rules.ts'
import type { Words } from './rules/words.ts'
import { sayRule } from './sentence.ts'
import { truthOf } from './judge.ts'
import type { Truth } from './truth.ts'

/** What became of one rule and of all within it, recomputed from what a purchase kept. */
export interface TraceNode {
  rule: Rule
  truth: Truth
  says: string // true of the shoppers whom it lets through: "bought Phone A"
  missing?: string // where the fact that is not known would come from
  children?: readonly TraceNode[]
}

export function trace(root: Group, facts: Facts, words: Words): TraceNode {
  return { ...traceRule(root, facts, words), ...(root.rules.length === 0 ? { truth: true } : {}) }
}

function traceRule(rule: Rule, facts: Facts, words: Words): TraceNode {
  const truth = truthOf(rule, facts)
  const says = sayRule(rule, words)
  if (isGroup(rule)) return { rule, truth, says, children: rule.rules.map((each) => traceRule(each, facts, words)) }
  return truth === 'unknown' ? { rule, truth, says, missing: sourceOf(rule) } : { rule, truth, says }
}
