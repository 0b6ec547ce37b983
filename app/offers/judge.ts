import type { Facts } from './facts.ts'
import { lookupOf } from './lookup.ts'
import { checkOf, isGroup, type Condition, type Group, type Rule } from './rules/rules.ts'
import { everyOf, not, someOf, type Truth } from './truth.ts'

type Check = (facts: Facts) => Truth

/** True only if the tree certainly holds: not known at the root is no match. */
export function compileRules(root: Group): (facts: Facts) => boolean {
  if (root.rules.length === 0) return () => true
  const check = compileRule(root)
  return (facts) => check(facts) === true
}

/** What lets the fewest through is asked first: no order changes the answer, but a group ends at its first clear one. */
function compileRule(rule: Rule): Check {
  if (!isGroup(rule)) return checkOf(rule)
  const share = (each: Rule) => lookupOf(each)?.selectivity ?? (isGroup(each) ? 2 : 1)
  const checks = rule.rules.toSorted((a, b) => share(a) - share(b)).map(compileRule)
  const [only] = checks
  if (only && checks.length === 1) return rule.kind === 'none' ? (facts) => not(only(facts)) : only
  switch (rule.kind) {
    case 'all':
      return everyOf(checks)
    case 'any':
      return someOf(checks)
    case 'none': {
      const oneHolds = someOf(checks)
      return (facts) => not(oneHolds(facts))
    }
  }
}

/** What a rule says of these facts, without preparing anything. */
export function truthOf(rule: Rule, facts: Facts): Truth {
  if (!isGroup(rule)) return checkOf(rule)(facts)
  const checks = rule.rules.map(
    (each): Check =>
      (asked) =>
        truthOf(each, asked),
  )
  if (rule.kind === 'all') return everyOf(checks)(facts)
  const oneHolds = someOf(checks)(facts)
  return rule.kind === 'any' ? oneHolds : not(oneHolds)
}

/**
 * Which rule said no: the places on the way to it, and whether it should have held (`wanted`) or should not have.
 * `known: false`: a fact that it needs was missing, so that it could not say yes.
 */
export type Verdict =
  | { matches: true }
  | { matches: false; because: Condition['kind'] | Group['kind']; path: readonly number[]; wanted: boolean; known: boolean }

/** The same answer with its reason: a rule that certainly fails is named before one that is merely not known. */
export function judge(root: Group, facts: Facts): Verdict {
  return root.rules.length === 0 || truthOf(root, facts) === true ? { matches: true } : blame(root, facts, true, [])
}

/** Down to the one condition that decided, or to the group of which every alternative failed. */
function blame(rule: Rule, facts: Facts, wanted: boolean, path: readonly number[]): Extract<Verdict, { matches: false }> {
  const known = truthOf(rule, facts) !== 'unknown'
  if (isGroup(rule)) {
    const inner = rule.kind === 'none' ? !wanted : wanted
    const single = (rule.kind === 'any') !== wanted || rule.rules.length === 1
    const at = rule.rules.findIndex((each) => truthOf(each, facts) === (known ? !inner : 'unknown'))
    const next = rule.rules[at]
    if (next && (single || !known)) return blame(next, facts, inner, [...path, at])
  }
  return { matches: false, because: rule.kind, path, wanted, known }
}
