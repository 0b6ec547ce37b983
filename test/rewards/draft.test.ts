import { expect, test } from 'vitest'
import { DEFAULT_TERMS, type Terms } from '#app/rewards/program.ts'
import { draftOf, termsOf, type Draft } from '#app/rewards/editor/draft.ts'
import { programSentence, whatPaysLess, whatWillNotCombine } from '#app/rewards/editor/sentence.ts'

const draft = (changes: Partial<Draft> = {}): Draft => ({ ...draftOf({ active: true, terms: DEFAULT_TERMS }, 'EUR'), ...changes })

test.each<[string, Partial<Terms>, string]>([
  ['the default', {}, 'EUR'],
  ['fils', { minimumOrder: 12_345, budget: 1_000 }, 'KWD'],
  ['yen', { values: { text: { kind: 'amount', amount: 500 }, photo: null, video: { kind: 'free-shipping', worth: 800 } } }, 'JPY'],
  [
    'a gift and store credit',
    {
      values: {
        text: { kind: 'store-credit', amount: 500 },
        photo: { kind: 'gift', variantId: '7', title: 'Mug', worth: 900 },
        video: null,
      },
    },
    'EUR',
  ],
  ['every limit', { caps: { shopper: 1, product: 2, order: 3, day: 4 }, buys: { kind: 'collections', ids: ['7'] } }, 'EUR'],
])('%s goes into the form and comes back the same', (_, changes, currency) => {
  const terms = { ...DEFAULT_TERMS, ...changes }
  expect(termsOf(draftOf({ active: true, terms }, currency), currency)).toEqual({ terms })
})

test.each<[string, Partial<Draft>, string]>([
  ['nothing for anybody', { values: { text: none(), photo: none(), video: none() } }, 'values.text'],
  ['150 %', { values: { text: none(), photo: { kind: 'percentage', number: '150', gift: null }, video: none() } }, 'values.photo'],
  ['1,000 %', { values: { text: none(), photo: { kind: 'percentage', number: '1,000', gift: null }, video: none() } }, 'values.photo'],
  ['an empty amount', { values: { text: { kind: 'amount', number: '', gift: null }, photo: none(), video: none() } }, 'values.text'],
  ['no days', { days: '' }, 'days'],
  ['a prefix with a blank', { prefix: 'MY CODE' }, 'prefix'],
  ['half a review', { caps: { shopper: '0.5', product: '', order: '', day: '' } }, 'caps.shopper'],
  ['a budget in words', { budget: 'much' }, 'budget'],
  ['no product', { buys: { kind: 'products', ids: [] } }, 'buys'],
  ['a gift of nothing', { values: { text: { kind: 'gift', number: '9', gift: null }, photo: none(), video: none() } }, 'values.text'],
  [
    'a gift with a minimum',
    { minimumOrder: '30', values: { text: { kind: 'gift', number: '9', gift: { id: '7', title: 'Mug' } }, photo: none(), video: none() } },
    'giftMinimum',
  ],
  [
    'store credit for strangers',
    { who: 'all', values: { text: { kind: 'store-credit', number: '5', gift: null }, photo: none(), video: none() } },
    'creditWho',
  ],
  ['an hour of waiting', { settleMinutes: '60' }, 'settleMinutes'],
])('%s is told beside its field', (_, changes, field) => {
  expect(termsOf(draft(changes), 'EUR')).toEqual({ problems: { [field]: true } })
})

function none() {
  return { kind: 'none' as const, number: '', gift: null }
}

test('a comma is a decimal point where there are decimals, and a prefix is in capitals', () => {
  const values = { text: { kind: 'percentage' as const, number: '12,5', gift: null }, photo: none(), video: none() }
  const caps = { shopper: '', product: '', order: '', day: '1,000' }
  expect(termsOf(draft({ values, caps, minimumOrder: '25,5', prefix: ' danke ' }), 'EUR')).toMatchObject({
    terms: { values: { text: { percent: 12.5 } }, caps: { day: 1_000 }, minimumOrder: 2_550, prefix: 'DANKE' },
  })
})

test('the program in plain words', () => {
  expect(programSentence({ ...DEFAULT_TERMS, minimumOrder: 3_000, budget: 50_000 }, 'EUR')).toBe(
    '10% off for any honest review, 15% off for one with a photo. The code works once within 90 days, for everything on orders from €30.00. Only reviews whose order is found are thanked for, for at most €500.00 a month.',
  )
})

test('a gift and store credit in plain words', () => {
  const gift = { kind: 'gift' as const, variantId: '7', title: 'Mug', worth: 900 }
  const values = { text: { kind: 'store-credit' as const, amount: 500 }, photo: gift, video: null }
  expect(programSentence({ ...DEFAULT_TERMS, values, bound: true }, 'EUR')).toBe(
    '€5.00 of store credit for any honest review, a gift (Mug) for one with a photo. The code works once within 90 days, for the gift. Store credit lasts 90 days. Only the shopper who wrote may use it. Only reviews whose order is found are thanked for.',
  )
})

test.each<[Partial<Terms>, string | null]>([
  [{ values: { text: { kind: 'store-credit', amount: 500 }, photo: null, video: null } }, null],
  [{}, 'It will not combine with discounts on the whole order. A shopper who has both must choose.'],
  [{ combinesWith: { orders: true, products: true, shipping: true } }, null],
  [
    { combinesWith: { orders: false, products: false, shipping: false } },
    'It combines with no other discount: a shopper must choose one of them.',
  ],
])('what will not combine is said: %#', (changes, said) => expect(whatWillNotCombine({ ...DEFAULT_TERMS, ...changes })).toBe(said))

const off = (percent: number) => ({ kind: 'percentage' as const, percent })
const credit = (amount: number) => ({ kind: 'store-credit' as const, amount })

test.each<[string, Terms['values'], RegExp | null]>([
  ['more for a photo', { text: off(10), photo: off(15), video: null }, null],
  ['as much for a photo', { text: off(10), photo: off(10), video: null }, null],
  ['less for a photo', { text: off(15), photo: off(10), video: null }, /with a photo gets less/],
  ['less for a video than for words', { text: off(15), photo: null, video: off(10) }, /with a video gets less/],
  ['what cannot be compared', { text: off(15), photo: credit(5), video: null }, null],
  ['less credit for a video', { text: off(15), photo: credit(500), video: credit(400) }, /with a video gets less/],
])('%s', (_, values, said) => {
  const told = whatPaysLess({ ...DEFAULT_TERMS, values })
  if (said) expect(told).toMatch(said)
  else expect(told).toBeNull()
})
