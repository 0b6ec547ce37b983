import { expect, test } from 'vitest'
import { LIMIT_WORDS } from '#app/rewards/limit-words.ts'
import { limitsOf } from '#app/rewards/limits.ts'
import { DEFAULT_TERMS, type Terms, type Value } from '#app/rewards/program.ts'
import { promiseOf } from '#app/rewards/promise.ts'
import { LANGUAGES } from '#app/values/languages.ts'

const titles = { '1': 'Mug', '2': 'Lamp', '3': 'Bag', '4': 'Tee', '7': 'Summer' }
const said = { currency: 'EUR', titles }
const OFF: Value = { kind: 'percentage', percent: 10 }
const SHIPPING: Value = { kind: 'free-shipping', worth: 500 }
const GIFT: Value = { kind: 'gift', variantId: '91', title: 'Mug', worth: 900 }
const CREDIT: Value = { kind: 'store-credit', amount: 500 }
const products = (...ids: string[]) => ({ kind: 'products' as const, ids })
const collections = (...ids: string[]) => ({ kind: 'collections' as const, ids })
const FREE: Terms = { ...DEFAULT_TERMS, subscriptions: true }
const MOST: Partial<Terms> = { minimumOrder: 3_000, buys: products('1'), subscriptions: false, bound: true }
const EVERY = ['Minimum order: €30.00', 'Only for: Mug', 'Not for subscriptions', 'Only with your own customer account']

test.each<[string, Partial<Terms>, Value[], string[]]>([
  ['nothing', {}, [OFF], []],
  ['the least order', { minimumOrder: 3_000 }, [OFF], ['Minimum order: €30.00']],
  ['one product', { buys: products('1') }, [OFF], ['Only for: Mug']],
  ['three products', { buys: products('1', '2', '3') }, [OFF], ['Only for: Mug, Lamp, and Bag']],
  ['four products', { buys: products('1', '2', '3', '4') }, [OFF], ['Only for selected products']],
  ['a product that the shop no longer has', { buys: products('1', '99') }, [OFF], ['Only for selected products']],
  ['a collection', { buys: collections('7') }, [OFF], ['Only for products from: Summer']],
  ['a collection that is not known', { buys: collections('99') }, [OFF], ['Only for selected products']],
  ['no subscriptions', { subscriptions: false }, [OFF], ['Not for subscriptions']],
  ['who wrote', { bound: true }, [OFF], ['Only with your own customer account']],
  ['every limit', MOST, [OFF], EVERY],
  ['every limit, each once', MOST, [OFF, { kind: 'amount', amount: 500 }], EVERY],
  ['every limit of one beside another', MOST, [SHIPPING, OFF, CREDIT], EVERY],
  ['free shipping, which is for the whole order', MOST, [SHIPPING], EVERY.toSpliced(1, 1)],
  ['a gift, which is a product itself', { ...MOST, minimumOrder: null }, [GIFT], EVERY.slice(3)],
  ['store credit, which pays for anything', MOST, [CREDIT], []],
])('limited by %s', (_, terms, values, told) => expect(limitsOf(values, { ...FREE, ...terms }, 'en', said)).toEqual(told))

test('long names are not told, and what looks like a pattern stays what it is', () => {
  const told = (name: string) => limitsOf([OFF], { ...FREE, buys: products('1') }, 'de', { ...said, titles: { '1': name } })
  expect(told('x'.repeat(61))).toEqual(['Nur für ausgewählte Produkte'])
  expect(told('$& Söhne')).toEqual(['Nur für: $& Söhne'])
})

test('a name keeps its direction where the rest runs from right to left', () => {
  const told = limitsOf([OFF], { ...FREE, buys: products('1', '2') }, 'he', { ...said, titles: { '1': 'Mug 50 ml', '2': 'Lamp' } })
  expect(told).toEqual(['רק עבור: \u2068Mug 50 ml\u2069 ו-\u2068Lamp\u2069'])
})

test.each(LANGUAGES)('every limit is told in %s before a review is written', (language) => {
  const ways: [Partial<Terms>, keyof (typeof LIMIT_WORDS)['en']][] = [
    [MOST, 'products'],
    [{ ...MOST, buys: collections('7') }, 'collections'],
    [{ ...MOST, buys: collections('99') }, 'selected'],
  ]
  for (const [terms, goods] of ways) {
    const program = { version: 1, active: true, createdAt: new Date(0), terms: { ...FREE, ...terms } }
    const { conditions } = promiseOf(program, language, said)
    const words = LIMIT_WORDS[language]
    const starts = [words.minimum, words[goods], words.notSubscriptions, words.own].map((text) => text.split('{')[0])
    expect(starts.filter((start) => !conditions.some((line) => line.startsWith(start ?? '')))).toEqual([])
    expect(conditions.join()).not.toMatch(/[{}]/)
    expect(conditions.filter((line) => line.length > 80)).toEqual([])
  }
})

test.each(LANGUAGES.filter((language) => language !== 'en'))('%s is a translation, with the same placeholders', (language) => {
  for (const [name, text] of Object.entries(LIMIT_WORDS.en)) {
    const told = LIMIT_WORDS[language][name as keyof (typeof LIMIT_WORDS)['en']]
    expect(told).not.toBe(text)
    expect(told.match(/\{\w+\}/)?.[0]).toBe(text.match(/\{\w+\}/)?.[0])
  }
})
