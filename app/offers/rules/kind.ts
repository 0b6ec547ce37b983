import type { z } from 'zod'
import type { Facts, Key } from '../facts.ts'
import type { Truth } from '../truth.ts'
import type { Field } from './field.ts'
import type { Words } from './words.ts'

export interface Keys {
  key: Key
  values: readonly string[]
}

export const NAMED = ['traits', 'codes', 'utm', 'customerTags', 'before', 'offers', 'reviewed'] as const
export interface Named {
  of: (typeof NAMED)[number]
  values: readonly string[]
}

/** The checkout or the order; the shopper's earlier orders; what she did with offers; what she reviewed; when she accepted those with a limit for one shopper; her first name, for words that greet her. */
export type Need = 'checkout' | 'history' | 'offers' | 'reviews' | 'caps' | 'name'

/** The heading under which the editor's list offers it. */
export const SUBJECTS = ['products', 'order', 'shopper', 'journey', 'time'] as const
export type Subject = (typeof SUBJECTS)[number]

export type Says<Rule> = (rule: Rule, words: Words) => string

/** One kind of condition: everything the product knows of it. */
export interface RuleKind<Schema extends z.ZodObject> {
  kind: z.infer<Schema> extends { kind: infer Kind } ? Kind : never
  schema: Schema
  title: string
  group: Subject
  fields: readonly Field[]
  /** As the editor adds it: not yet valid where the merchant must choose something. */
  empty(): Record<string, unknown>
  /** What is true of the shoppers it lets through: `bought Phone A or Phone B`, after "shoppers who". */
  sentence: Says<z.infer<Schema>>
  /** The same of those it does not: `did not buy Phone A or Phone B`. */
  opposite: Says<z.infer<Schema>>
  /** What the schema cannot see, by field. */
  problems?(rule: z.infer<Schema>): Readonly<Record<string, string>>
  /** Of what has many values, those that it asks about: a purchase keeps no others. */
  names?(rule: z.infer<Schema>): Named
  /** What has to be read for it beside the purchase's token and the shopper's account. */
  needs?: Need
  /** Prepared once per snapshot: lists become sets here, so that a decision only looks up. */
  check(rule: z.infer<Schema>): (facts: Facts) => Truth
  /** Of which a purchase must have one for the rule to hold; null when it cannot be looked up so. */
  keys(rule: z.infer<Schema>): Keys | null
  /** Rough share of purchases that it lets through, 0 to 1: the smallest is looked up first. */
  selectivity(rule: z.infer<Schema>): number
  /** Where the fact would come from, for the trace: "Not known: ...". */
  source: string
}

/** Ties a rule's schema and its functions together so that each sees the rule as its own schema parses it. */
export const ruleKind = <Schema extends z.ZodObject>(kind: RuleKind<Schema>): RuleKind<Schema> => kind
