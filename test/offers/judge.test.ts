import { expect, test } from 'vitest'
import { judge } from '#app/offers/judge.ts'
import { Rules } from '#app/offers/rules/rules.ts'
import { facts } from './builders.ts'

const [phone, other, germany, france] = [
  { kind: 'product' as const, productIds: ['1'] },
  { kind: 'product' as const, productIds: ['2'] },
  { kind: 'country' as const, countries: ['DE'] },
  { kind: 'country' as const, countries: ['FR'] },
]
const all = (...rules: object[]) => ({ kind: 'all', rules })
const any = (...rules: object[]) => ({ kind: 'any', rules })
const none = (...rules: object[]) => ({ kind: 'none', rules })
const from = (atLeast: number) => ({ kind: 'order-value', atLeast, atMost: null })
const no = (because: string, path: number[], wanted = true, known = true) => ({ matches: false, because, path, wanted, known })

test.each([
  ['no rules match everything', any(), {}, { matches: true }],
  ['all must hold', all(phone, france), {}, no('country', [1])],
  ['one of any is enough', any(other, germany), {}, { matches: true }],
  ['none of any', all(any(other, france)), {}, no('any', [0])],
  ['the only one of any', any(other), {}, no('product', [0])],
  ['none must not hold', all(none(germany)), {}, no('country', [0, 0], false)],
  ['not all of them', none(all(phone, germany)), {}, no('all', [0], false)],
  ['not known is no match', all(germany), { country: null }, no('country', [0], true, false)],
  ['not of not known is no match', none(germany), { country: null }, no('country', [0], false, false)],
  ['the open one of any is named', all(any(other, germany)), { country: null }, no('country', [0, 1], true, false)],
  ['a certain no is named before an open one', all(germany, other), { country: null }, no('product', [1])],
  ['twice not', none(none(other)), {}, no('product', [0, 0])],
  ['what is not known does not matter where another holds', any(germany, phone), { country: null }, { matches: true }],
  [
    'each market has a value of its own: enough in the one',
    any(all(germany, from(5_000)), all(france, from(9_000))),
    {},
    { matches: true },
  ],
  [
    'each market has a value of its own: too little in the other',
    any(all(germany, from(5_000)), all(france, from(9_000))),
    { country: 'FR' },
    no('any', []),
  ],
])('%s', (_, rules, over, verdict) => expect(judge(Rules.parse(rules), facts(over))).toEqual(verdict))
