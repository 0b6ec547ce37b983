import { formatDecimal, amountTyped } from '../../values/money.ts'
import { percentTyped, wholeTyped } from '../../values/typed.ts'
import { Terms, TIERS, type Tier, type Value } from '../program.ts'

export type ValueKind = 'none' | Value['kind']
type Cap = keyof Terms['caps']
export const CAPS: readonly Cap[] = ['shopper', 'order', 'product', 'day']

/** The terms as they are being typed: numbers are what stands in the field. */
export interface Draft {
  active: boolean
  values: Record<Tier, { kind: ValueKind; number: string; gift: { id: string; title: string } | null }>
  minimumOrder: string
  buys: { kind: Terms['buys']['kind']; ids: readonly string[] }
  subscriptions: boolean
  bound: boolean
  combinesWith: Terms['combinesWith']
  days: string
  caps: Record<Cap, string>
  budget: string
  who: Terms['who']
  prefix: string
  settleMinutes: string
}

const shown = (amount: number | null, currency: string): string => (amount === null ? '' : formatDecimal(amount, currency))

function draftOfValue(value: Value | null, currency: string): Draft['values'][Tier] {
  if (!value) return { kind: 'none', number: '', gift: null }
  const number = value.kind === 'percentage' ? String(value.percent) : shown('amount' in value ? value.amount : value.worth, currency)
  return { kind: value.kind, number, gift: value.kind === 'gift' ? { id: value.variantId, title: value.title } : null }
}

export function draftOf({ active, terms }: { active: boolean; terms: Terms }, currency: string): Draft {
  const { values, caps, buys, minimumOrder, budget, days, settleMinutes, ...same } = terms
  const said = (cap: number | null) => (cap === null ? '' : String(cap))
  return {
    ...same,
    active,
    values: {
      text: draftOfValue(values.text, currency),
      photo: draftOfValue(values.photo, currency),
      video: draftOfValue(values.video, currency),
    },
    minimumOrder: shown(minimumOrder, currency),
    buys: { kind: buys.kind, ids: buys.kind === 'everything' ? [] : buys.ids },
    days: String(days),
    caps: { shopper: said(caps.shopper), product: said(caps.product), order: said(caps.order), day: said(caps.day) },
    budget: shown(budget, currency),
    settleMinutes: String(settleMinutes),
  }
}

function valueOf({ kind, number, gift }: Draft['values'][Tier], currency: string): object | null {
  switch (kind) {
    case 'none':
      return null
    case 'percentage':
      return { kind, percent: percentTyped(number) }
    case 'amount':
    case 'store-credit':
      return { kind, amount: amountTyped(number, currency) }
    case 'free-shipping':
      return { kind, worth: amountTyped(number, currency) }
    case 'gift':
      return { kind, variantId: gift?.id, title: gift?.title, worth: amountTyped(number, currency) }
  }
}

export type Problems = Readonly<Record<string, true>>

/** The terms, or the names of the fields that are not right yet. */
export function termsOf(draft: Draft, currency: string): { terms: Terms } | { problems: Problems } {
  const { active: _, values, minimumOrder, buys, caps, budget, days, settleMinutes, prefix, ...same } = draft
  const whole = (text: string) => (text.trim() ? wholeTyped(text) : null)
  const money = (text: string) => (text.trim() ? amountTyped(text, currency) : null)
  const parsed = Terms.safeParse({
    ...same,
    values: Object.fromEntries(TIERS.map((tier) => [tier, valueOf(values[tier], currency)])),
    minimumOrder: money(minimumOrder),
    buys: buys.kind === 'everything' ? { kind: buys.kind } : buys,
    days: whole(days),
    caps: Object.fromEntries(CAPS.map((cap) => [cap, whole(caps[cap])])),
    budget: money(budget),
    prefix: prefix.trim().toUpperCase(),
    settleMinutes: whole(settleMinutes),
  })
  if (parsed.success) return { terms: parsed.data }
  return { problems: Object.fromEntries(parsed.error.issues.map(({ path }) => [path.slice(0, deep(path[0])).join('.'), true])) }
}

/** Values and caps are fields each; everything else is one. */
const deep = (name: unknown): number => (name === 'values' || name === 'caps' ? 2 : 1)
