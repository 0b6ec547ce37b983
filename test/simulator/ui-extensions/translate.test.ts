import { expect, test } from 'vitest'
import { i18nOf } from './page/translate.ts'

const TEXTS = {
  default: 'en',
  byLocale: {
    en: { hello: 'Hello {{name}}', only: 'English', left: { one: '{{count}} left', other: '{{count}} left of many' } },
    'pt-BR': { hello: 'Olá {{name}}' },
    ru: { left: { one: '{{count}} штука', few: '{{count}} штуки', many: '{{count}} штук', other: '{{count}} штуки' } },
  },
}
const i18n = (locale: string, missingTranslation: 'key' | 'throws' = 'throws') =>
  i18nOf({ texts: TEXTS, locale, currency: 'EUR', missingTranslation })

test.each([
  ['the shopper’s language', 'pt-BR', 'hello', { name: 'Ada' }, 'Olá Ada'],
  ['the default language where hers is missing', 'nl', 'hello', { name: 'Ada' }, 'Hello Ada'],
  ['the default language where only the text is missing', 'pt-BR', 'only', {}, 'English'],
  ['a nested text by its plural form', 'ru', 'left', { count: 3 }, '3 штуки'],
  ['many', 'ru', 'left', { count: 5 }, '5 штук'],
  ['one', 'en-GB', 'left', { count: 1 }, '1 left'],
])('%s', (_, locale, key, replacements, said) => expect(i18n(locale).translate(key, replacements)).toBe(said))

test('something other than a text comes back in its place', () => {
  const bold = { bold: true }
  expect(i18n('en').translate('hello', { name: bold })).toEqual(['Hello ', bold])
})

test('a text that is nowhere', () => {
  expect(() => i18n('en').translate('none')).toThrow('no text none')
  expect(i18n('en', 'key').translate('none')).toBe('none')
})

test('money in the order’s currency and the shopper’s way of writing', () => {
  expect(i18n('de').formatCurrency(1234.5)).toBe('1.234,50\u00a0€')
  expect(i18n('nl').formatCurrency(1234.5, { inExtensionLocale: true })).toBe('€1,234.50')
})
