import type { z } from 'zod'
import type { Facts, Key } from '../facts.ts'
import type { Truth } from '../truth.ts'
import type { Words } from './words.ts'

export interface Keys {
  key: Key
  values: readonly string[]
}

/** One kind of targeting rule: everything the product knows of it. */
export interface RuleKind<Schema extends z.ZodObject> {
  schema: Schema
  /** A clause about the shopper, in English: `she bought Phone A or Phone B`. */
  sentence(rule: z.infer<Schema>, words: Words): string
  /** Prepared once per snapshot: lists become sets here, so that a decision only looks up. */
  check(rule: z.infer<Schema>): (facts: Facts) => Truth
  /** Of which a purchase must have one for the rule to hold; null when it cannot be looked up so. */
  keys(rule: z.infer<Schema>): Keys | null
  /** Rough share of purchases that it lets through, 0 to 1: the smallest is looked up first. */
  selectivity(rule: z.infer<Schema>): number
}

/** Ties a rule's schema and its functions together so that each sees the rule as its own schema parses it. */
export const ruleKind = <Schema extends z.ZodObject>(kind: RuleKind<Schema>): RuleKind<Schema> => kind
