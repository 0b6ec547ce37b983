import { amountTyped, formatDecimal } from '#app/values/money.ts'
import { percentTyped, wholeTyped } from '#app/values/typed.ts'
import type { Field } from './field.ts'
import { kindOf, type Condition } from './kinds.ts'
import { fieldsOf, isGroup, type Group, type Rule } from './rules.ts'

/** A rule while it is being written: what its fields hold, so amounts and numbers are still text. Keys tell its rows apart. */
export type RuleDraft = GroupDraft | ConditionDraft
export interface GroupDraft {
  key: string
  kind: Group['kind']
  rules: RuleDraft[]
}
export interface ConditionDraft {
  key: string
  kind: Condition['kind']
  values: Readonly<Record<string, string | string[]>>
}

export const isGroupDraft = (draft: RuleDraft): draft is GroupDraft => 'rules' in draft

/** `key` is new and like no other, so it serves as the salt of a draw too. */
export function emptyCondition(kind: Condition['kind'], key: string, currency: string): ConditionDraft {
  const salts = kindOf(kind).fields.filter(({ type }) => type === 'salt')
  const { values, ...draft } = conditionDraftOf(kindOf(kind).empty() as Condition, key, currency)
  return { ...draft, values: { ...values, ...Object.fromEntries(salts.map(({ name }) => [name, key.slice(0, 64)])) } }
}

export const groupDraftOf = (group: Group, key: string, currency: string): GroupDraft => ({
  key,
  kind: group.kind,
  rules: group.rules.map((rule, index) => ruleDraftOf(rule, `${key}-${index}`, currency)),
})

const ruleDraftOf = (rule: Rule, key: string, currency: string): RuleDraft =>
  isGroup(rule) ? groupDraftOf(rule, key, currency) : conditionDraftOf(rule, key, currency)

function conditionDraftOf(rule: Condition, key: string, currency: string): ConditionDraft {
  const held = rule as unknown as Record<string, unknown>
  const values = fieldsOf(rule).map((field) => [field.name, textOf(field, held[field.name], currencyOf(field, held, currency))] as const)
  return { key, kind: rule.kind, values: Object.fromEntries(values) }
}

function textOf({ type }: Field, value: unknown, currency: string): string | string[] {
  if (Array.isArray(value)) return value.map(String)
  if (value === null || value === undefined) return ''
  return type === 'amount' ? formatDecimal(Number(value), currency) : String(value)
}

/** What the draft says, for `checkOffer` to judge: text that is no number stays NaN. */
export function ruleOfDraft(draft: RuleDraft, currency: string): unknown {
  if (isGroupDraft(draft)) return { kind: draft.kind, rules: draft.rules.map((rule) => ruleOfDraft(rule, currency)) }
  const fields = kindOf(draft.kind).fields
  const values = fields.map((field) => [
    field.name,
    valueOf(field, draft.values[field.name] ?? '', currencyOf(field, draft.values, currency)),
  ])
  return { kind: draft.kind, ...Object.fromEntries(values) }
}

function valueOf(field: Field, text: string | string[], currency: string): unknown {
  if (typeof text !== 'string') return text
  if ('optional' in field && text.trim() === '') return null
  switch (field.type) {
    case 'amount':
      return amountTyped(text, currency)
    case 'number':
      return wholeTyped(text)
    case 'percent':
      return percentTyped(text)
    default:
      return text
  }
}

const currencyOf = (field: Field, values: Readonly<Record<string, unknown>>, currency: string): string =>
  field.type === 'amount' && field.in ? String(values[field.in] || currency) : currency
