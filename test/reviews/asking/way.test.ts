import { expect, test } from 'vitest'
import { requestLetter } from '#app/reviews/asking/letter.ts'
import { leadingFields } from '#app/reviews/asking/asking-form.ts'
import { AskingSettings } from '#app/reviews/asking/settings.ts'
import { leadingWords } from '#app/reviews/asking/lint.ts'
import { TEXT_WORDS } from '#app/reviews/asking/text-words.ts'
import { wantsNumber, wayTo } from '#app/reviews/asking/way.ts'
import { LANGUAGES } from '#app/values/languages.ts'

const EMAIL = { channel: 'email', to: 'a@b.test' }
const TEXT = { channel: 'sms', to: '+49151' }
test.each([
  ['switched off: by e-mail', 'a@b.test', '+49151', 'never', EMAIL],
  ['preferred', 'a@b.test', '+49151', 'preferred', TEXT],
  ['preferred, but she did not agree', 'a@b.test', null, 'preferred', EMAIL],
  ['only without an address, and there is one', 'a@b.test', '+49151', 'without-email', EMAIL],
  ['without an address', null, '+49151', 'without-email', TEXT],
  ['neither', null, null, 'preferred', null],
  ['no address, and switched off', null, '+49151', 'never', null],
] as const)('%s', (_, email, number, texts, way) => expect(wayTo({ email, number }, texts)).toEqual(way))

test('Shopify is asked for her number only where one could be used', () => {
  expect(wantsNumber('a@b.test', 'never')).toBe(false)
  expect(wantsNumber('a@b.test', 'without-email')).toBe(false)
  expect(wantsNumber(null, 'without-email')).toBe(true)
  expect(wantsNumber('a@b.test', 'preferred')).toBe(true)
})

const LINK = 'https://aurora.myshopify.com/apps/reviews/write?t=8000000000123.1a2b3c.abcdefghijklmnop'
test.each(LANGUAGES)('a text message says who asks, for what, and how to stop it: %s', (language) => {
  const products = [{ id: '1', title: 'Lumen 9', imageUrl: null }]
  const content = { shopName: 'Aurora', firstName: null, products, link: LINK, reminder: false, lines: ['10 %'], conditions: [], own: null }
  const { short = '' } = requestLetter(content, language)
  expect(short).toMatch(/^Aurora/)
  expect(short).toContain(LINK)
  expect(short).toContain('10 %')
  expect(short).toContain('STOP')
  expect(short).not.toMatch(/\{\w+\}/)
  // Five segments, where letters beyond GSM's own leave 67 to each.
  expect(short.length).toBeLessThanOrEqual(335)
  for (const text of Object.values(TEXT_WORDS[language])) expect(leadingWords(text)).toBeNull()
})

test.each([
  [
    'her own words with everything in its place',
    '{shop} asks: {product}? {link} For it: {promise}',
    `Aurora asks: Lumen 9? ${LINK} For it: 10 %`,
  ],
  ['words that name nobody', 'How is the {product}?', `Aurora: How is the Lumen 9? ${LINK} As a thank-you: 10 %.`],
  ['lines of their own', '{shop}:\n\nhow is it?', `Aurora: how is it? ${LINK} As a thank-you: 10 %.`],
])('%s keep who asks, the link, the promise and how to stop', (_, text, expected) => {
  const products = [{ id: '1', title: 'Lumen 9', imageUrl: null }]
  const own = { subject: '', intro: '', reminder: '', text }
  const content = { shopName: 'Aurora', firstName: null, products, link: LINK, reminder: false, lines: ['10 %'], conditions: [], own }
  expect(requestLetter(content, 'en').short).toBe(`${expected} Reply STOP to end.`)
})

test('words of a text message that ask for praise are refused', () => {
  const words = { en: { subject: '', intro: '', reminder: '', text: 'Give us 5 stars: {link}' } }
  expect(leadingFields(AskingSettings.parse({ words }))).toEqual({ 'en.text': '5 stars' })
})
