import { z } from 'zod'
import type { Facts } from '../facts.ts'
import type { Truth } from '../truth.ts'
import type { Field } from './field.ts'
import { kindOf, KINDS, SCHEMAS, type Condition } from './kinds.ts'
import type { Keys, Named, Need } from './kind.ts'
import { withinLimits } from './limits.ts'
import type { Words } from './words.ts'

export const GROUPS = ['all', 'any', 'none'] as const

/** All, at least one, or none of its rules; groups nest. Empty, `all` and `none` hold and `any` does not. */
export type Group = {
  kind: (typeof GROUPS)[number]
  rules: Rule[]
}
export type Rule = Group | Condition
export type { Condition }

const Group: z.ZodType<Group> & z.ZodObject = z.object({ kind: z.enum(GROUPS), rules: z.array(z.lazy((): z.ZodType<Rule> => Rule)) })
const Rule: z.ZodType<Rule> = z.discriminatedUnion('kind', [...SCHEMAS, Group])

const Limited = z.unknown().superRefine(withinLimits)
/** The rules of an offer: a group at the root. With nothing in it, whatever its kind, every purchase passes. */
export const Rules: z.ZodType<Group> = Limited.pipe(Group)

/** Small enough to be walked, whatever else is wrong with it. */
export const isWithinLimits = (root: unknown): boolean => Limited.safeParse(root).success

export const EVERY_PURCHASE: Group = { kind: 'all', rules: [] }

/** A rule as it comes from outside. */
export const parseRule = (candidate: unknown): Rule => Rule.parse(candidate)

export const isGroup = (rule: Rule): rule is Group => 'rules' in rule

export const checkOf = (rule: Condition): ((facts: Facts) => Truth) => kindOf(rule.kind).check(rule)
/** Of a kind that may not exist: what a browser sent has not been parsed yet. */
export const fieldsOfKind = (kind: unknown): readonly Field[] => KINDS.find((each) => each.kind === kind)?.fields ?? []
export const fieldsOf = (rule: Condition): readonly Field[] => kindOf(rule.kind).fields
export const keysNamedBy = (rule: Condition): Keys | null => kindOf(rule.kind).keys(rule)
export const selectivityOf = (rule: Condition): number => kindOf(rule.kind).selectivity(rule)
export const namesOf = (rule: Condition): Named | null => kindOf(rule.kind).names?.(rule) ?? null
export const titleOf = (rule: Condition): string => kindOf(rule.kind).title
export const needOf = (rule: Condition): Need | null => kindOf(rule.kind).needs ?? null
export const sourceOf = (rule: Condition): string => kindOf(rule.kind).source

/** What is true of the shoppers whom it lets through, or of the others: after "shoppers who". */
export const clauseOf = (rule: Condition, words: Words, wanted = true): string =>
  wanted ? kindOf(rule.kind).sentence(rule, words) : kindOf(rule.kind).opposite(rule, words)

/** What is wrong with a condition that its schema takes; nothing of what it does not take. */
export function problemsWithin(candidate: unknown): Readonly<Record<string, string>> {
  const known = KINDS.find(({ kind }) => kind === (candidate as { kind?: unknown } | null)?.kind)
  if (!known) return {}
  const { schema, problems } = kindOf(known.kind)
  const parsed = schema.safeParse(candidate)
  return parsed.success ? (problems?.(parsed.data) ?? {}) : {}
}

/** Every rule below a group, from left to right, with where it stands: the places of the rules on the way to it. */
export function* rulesIn(group: Group, path: readonly number[] = []): Generator<{ rule: Rule; path: readonly number[] }> {
  for (const [index, rule] of group.rules.entries()) {
    const here = [...path, index]
    yield { rule, path: here }
    if (isGroup(rule)) yield* rulesIn(rule, here)
  }
}

export function* conditionsIn(group: Group): Generator<Condition> {
  for (const { rule } of rulesIn(group)) if (!isGroup(rule)) yield rule
}

/** The rule to which a path leads, as `rulesIn` gives it. */
export const ruleAt = (root: Group, path: readonly number[]): Rule | undefined =>
  path.reduce<Rule | undefined>((rule, index) => (rule && isGroup(rule) ? rule.rules[index] : undefined), root)

/** What the conditions name in their fields of one type, each once. */
export function namedBy(group: Group, type: Field['type']): string[] {
  const found = new Set<string>()
  for (const condition of conditionsIn(group))
    for (const field of fieldsOf(condition))
      if (field.type === type) for (const value of [(condition as Record<string, unknown>)[field.name]].flat()) found.add(String(value))
  return [...found]
}
