import { z } from 'zod'
import type { Facts } from '../facts.ts'
import type { Truth } from '../truth.ts'
import { collection } from './collection.ts'
import { country } from './country.ts'
import type { Keys, RuleKind } from './kind.ts'
import { orderCount } from './order-count.ts'
import { orderValue } from './order-value.ts'
import { product } from './product.ts'
import { variant } from './variant.ts'
import type { Words } from './words.ts'

/** One targeting condition; each kind is one file beside this one. */
export const Rule = z.discriminatedUnion('kind', [
  product.schema,
  variant.schema,
  collection.schema,
  orderValue.schema,
  country.schema,
  orderCount.schema,
])
export type Rule = z.infer<typeof Rule>

/** One level of all / any / not. No rules at all means every purchase. */
export const Rules = z.object({
  all: z.array(Rule).max(20).default([]),
  any: z.array(Rule).max(20).default([]),
  not: z.array(Rule).max(20).default([]),
})
export type Rules = z.infer<typeof Rules>

const KINDS: Record<Rule['kind'], unknown> = {
  product,
  variant,
  collection,
  'order-value': orderValue,
  country,
  'order-count': orderCount,
} satisfies { [Kind in Rule['kind']]: { schema: z.ZodType<Extract<Rule, { kind: Kind }>> } }

/** The table holds for each kind the functions of that kind's own schema: the one place where TypeScript has to take our word for it. */
const of = (rule: Rule) => KINDS[rule.kind] as RuleKind<z.ZodObject>

export const checkOf = (rule: Rule): ((facts: Facts) => Truth) => of(rule).check(rule)
export const clauseOf = (rule: Rule, words: Words): string => of(rule).sentence(rule, words)
export const keysNamedBy = (rule: Rule): Keys | null => of(rule).keys(rule)
export const selectivityOf = (rule: Rule): number => of(rule).selectivity(rule)
