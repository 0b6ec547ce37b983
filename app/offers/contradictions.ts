import { clauseOf, fieldsOf, isGroup, titleOf, type Condition, type Group, type Rule } from './rules/rules.ts'
import type { Words } from './rules/words.ts'

/** A condition that must hold, or must not, for the group around it to hold. */
interface Demand {
  condition: Condition
  wanted: boolean
}

/** What a rule surely demands; what it leaves a choice about is not among it. */
function demandsOf(rule: Rule, wanted = true): Demand[] {
  if (!isGroup(rule)) return [{ condition: rule, wanted }]
  const inner = rule.kind === 'none' ? !wanted : wanted
  const every = rule.kind === 'any' ? !wanted : wanted
  return every || rule.rules.length === 1 ? rule.rules.flatMap((each) => demandsOf(each, inner)) : []
}

/** The demands of a tree as text, so that those of two trees can be compared. */
export const certainOf = (root: Group): string[] => demandsOf(root).map((demand) => JSON.stringify(demand))

/** Nothing but demands: whoever meets them all matches. */
export const isCertain = (rule: Rule): boolean =>
  !isGroup(rule) || ((rule.kind !== 'any' || rule.rules.length < 2) && rule.rules.every(isCertain))

/** One sentence for each two demands that no purchase meets together, within the tree or within one of its alternatives. */
export function contradictions(root: Group, words: Words): string[] {
  const say = ({ condition, wanted }: Demand) => clauseOf(condition, words, wanted)
  const found = [root, ...alternativesIn(root)].flatMap((rule) => {
    const around = rule === root ? [] : demandsOf(root)
    const own = demandsOf(rule)
    return own.flatMap((one, at) =>
      [...own.slice(at + 1), ...around].filter((other) => excludes(one, other)).map((other) => sentence(say(one), say(other))),
    )
  })
  return [...new Set(found)]
}

const sentence = (one: string, other: string): string =>
  `No shopper can match: nobody is among those who ${one} and also among those who ${other}.`

// What was bought earlier or reviewed may have left the shop since; what is bought now cannot.
const BOUGHT_NOW: readonly string[] = ['product', 'variant', 'collection', 'quantity']

/** One sentence for each demand that names nothing but what the shop no longer has. */
export function unmeetable(root: Group, { names }: Words): string[] {
  const gone = ({ condition, wanted }: Demand) =>
    wanted &&
    BOUGHT_NOW.includes(condition.kind) &&
    fieldsOf(condition).every(({ name, type }) => {
      if (type !== 'products' && type !== 'variants' && type !== 'collections') return true
      return (condition as unknown as Record<string, readonly string[]>)[name]!.every((id) => !names[type][id])
    })
  const titles = demandsOf(root)
    .filter(gone)
    .map(({ condition }) => titleOf(condition))
  return [...new Set(titles)].map((title) => `No shopper can match: nothing that “${title}” names is in the shop any more.`)
}

function alternativesIn(rule: Rule): Rule[] {
  if (!isGroup(rule)) return []
  const here = rule.kind === 'any' && rule.rules.length > 1 ? rule.rules : []
  return rule.kind === 'none' ? [] : [...here, ...rule.rules.flatMap(alternativesIn)]
}

function excludes(a: Demand, b: Demand): boolean {
  if (a.wanted !== b.wanted) return JSON.stringify(a.condition) === JSON.stringify(b.condition) || coveredBy(a, b)
  if (!a.wanted) return false
  return apart(a.condition, b.condition)
}

/** A purchase has one country, one currency ...: to want some and to refuse at least those is to want nothing. */
function coveredBy(a: Demand, b: Demand): boolean {
  const [yes, no] = a.wanted ? [a.condition, b.condition] : [b.condition, a.condition]
  const [wanted, refused] = [onlyOne(yes), onlyOne(no)]
  return yes.kind === no.kind && wanted !== null && refused !== null && wanted.every((one) => refused.includes(one))
}

/** Values of which a purchase has exactly one. */
function onlyOne(condition: Condition): readonly string[] | null {
  switch (condition.kind) {
    case 'country':
      return condition.countries
    case 'region':
      return condition.regions
    case 'currency':
      return condition.currencies
    case 'weekday':
      return condition.days
    case 'channel':
      return [condition.channel]
    case 'order-count':
    case 'consent':
    case 'subscription':
      return [condition.is]
    default:
      return null
  }
}

function apart(a: Condition, b: Condition): boolean {
  if (a.kind !== b.kind) return newAndNot(a, b) || newAndNot(b, a)
  const [one, other] = [onlyOne(a), onlyOne(b)]
  if (one && other) return !one.some((value) => other.includes(value))
  if (a.kind === 'date' && b.kind === 'date') return disjoint([a.from, a.until], [b.from, b.until])
  if (a.kind === 'presentment-value' && b.kind === 'presentment-value' && a.currency !== b.currency) return true
  if (!BOUNDED.includes(a.kind)) return false
  const [left, right] = [a, b] as unknown as { atLeast: number | null; atMost: number | null }[]
  return disjoint([left!.atLeast, left!.atMost], [right!.atLeast, right!.atMost])
}

const BOUNDED: readonly Condition['kind'][] = [
  'order-value',
  'presentment-value',
  'items',
  'discount-share',
  'order-number',
  'lifetime-spend',
]

const newAndNot = (a: Condition, b: Condition): boolean =>
  a.kind === 'order-count' && b.kind === 'order-number' && (a.is === 'first-time' ? (b.atLeast ?? 1) > 1 : b.atMost === 1)

function disjoint<Value extends string | number>(
  a: readonly [Value | null, Value | null],
  b: readonly [Value | null, Value | null],
): boolean {
  const before = (end: Value | null, start: Value | null) => end !== null && start !== null && end < start
  return before(a[1], b[0]) || before(b[1], a[0])
}
