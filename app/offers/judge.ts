import type { Facts } from './facts.ts'
import { checkOf, type Rule, type Rules } from './rules/rules.ts'
import type { Truth } from './truth.ts'

export type Group = keyof Rules

/** Which rule said no. `known: false`: a fact that it needs was missing, so it could not say yes. */
export type Verdict = { matches: true } | { matches: false; because: Rule['kind']; group: Group; index: number; known: boolean }

type Check = (facts: Facts) => Truth
export interface CompiledRules {
  all: readonly Check[]
  any: readonly Check[]
  not: readonly Check[]
}

export const compileRules = (rules: Rules): CompiledRules => ({
  all: rules.all.map(checkOf),
  any: rules.any.map(checkOf),
  not: rules.not.map(checkOf),
})

/** True only if every rule group certainly holds: not known at the root is no match. */
export function holds({ all, any, not }: CompiledRules, facts: Facts): boolean {
  for (const check of all) if (check(facts) !== true) return false
  for (const check of not) if (check(facts) !== false) return false
  return any.length === 0 || any.some((check) => check(facts) === true)
}

/** The same answer with its reason: a rule that certainly fails is named before one that is merely not known. */
export function judge(rules: Rules, facts: Facts): Verdict {
  const broken = [...complaints(rules, facts)]
  const because = broken.find(({ known }) => known) ?? broken[0]
  return because ? { matches: false, ...because } : { matches: true }
}

interface Complaint {
  because: Rule['kind']
  group: Group
  index: number
  known: boolean
}

function* complaints(rules: Rules, facts: Facts): Generator<Complaint> {
  for (const [group, wanted] of [
    ['all', true],
    ['not', false],
  ] as const)
    for (const [index, rule] of rules[group].entries()) {
      const truth = checkOf(rule)(facts)
      if (truth !== wanted) yield { because: rule.kind, group, index, known: truth !== 'unknown' }
    }
  yield* complaintOfAny(rules.any, facts)
}

function* complaintOfAny(rules: readonly Rule[], facts: Facts): Generator<Complaint> {
  const truths = rules.map((rule) => checkOf(rule)(facts))
  const first = rules[0]
  if (!first || truths.includes(true)) return
  const open = truths.indexOf('unknown')
  const named = rules[open === -1 ? 0 : open] ?? first
  yield { because: named.kind, group: 'any', index: Math.max(0, open), known: open === -1 }
}
