import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { entryFields } from '#app/reviews/display/entry.ts'
import { reviewItem } from '#app/reviews/display/markup.ts'
import type { ShownReview } from '#app/reviews/display/shown.ts'
import { textsIn } from '#app/reviews/display/texts.server.ts'
import { verificationPage } from '#app/reviews/display/verification-page.ts'
import { LANGUAGES } from '#app/values/languages.ts'
import { configurationOf } from '#test/simulator/configuration.ts'
import { themeEngine } from '#test/simulator/theme/engine.ts'
import { themeExtension } from '#test/simulator/theme/extension.ts'
import { metaobjectOf } from '#test/simulator/theme/objects.ts'
import { CLIENT_ID } from '#test/simulator/settings.ts'
import { tomlText } from '#test/support/toml.ts'

const simulator = { app: { clientId: CLIENT_ID }, configuration: configurationOf(tomlText) } as Parameters<typeof metaobjectOf>[0]
const extension = await themeExtension(null)
if (!extension) throw new Error('There is no theme extension')

const plain: ShownReview = {
  id: 'r1',
  rating: 4,
  title: '',
  body: '',
  author: 'Mia',
  language: 'en',
  verified: false,
  incentive: null,
  imported: false,
  edited: false,
  featured: false,
  recommends: null,
  answers: [],
  media: [],
  reply: null,
  submittedAt: new Date('2026-03-04T23:30:00Z'),
}
const full: ShownReview = {
  ...plain,
  title: 'Good <b>',
  body: 'One\n\nTwo "three" & \'four\'',
  author: 'M & N',
  verified: true,
  incentive: '15 % off',
  imported: true,
  edited: true,
  featured: true,
  recommends: true,
  answers: [{ question: 'Size?', answer: 'M' }],
  media: [
    { kind: 'photo', url: 'https://cdn.shopify.com/a.jpg?x=1&y=2' },
    { kind: 'video', url: 'https://cdn.shopify.com/a.mp4' },
  ],
  reply: 'Thank\nyou',
}

const bare = (markup: string) => markup.replaceAll(/\s+/g, ' ').replaceAll(/ ?\/>/g, '>').replaceAll(/> </g, '><').trim()
const fieldsOf = (review: ShownReview) =>
  Object.fromEntries(entryFields(review).flatMap(({ key, value }) => (value === '' ? [] : [[key, value]])))

test.each(LANGUAGES.flatMap((language) => [[language, 'plain', plain] as const, [language, 'full', full] as const]))(
  'in %s the theme and the server show a %s review with the same markup',
  async (language, _, review) => {
    const at = review.submittedAt.toISOString()
    const entry = { id: 1, type: `app--${CLIENT_ID}--review`, handle: 'review-r1', fields: fieldsOf(review), createdAt: at, updatedAt: at }
    const engine = themeEngine(extension, { locale: language, timeZone: 'UTC' })
    const theme = await engine.parseAndRender(`{% render 'review', review: review, shop_name: 'Aurora' %}`, {
      review: metaobjectOf(simulator, entry),
    })
    const voice = { say: textsIn(language), locale: language, timeZone: 'UTC', shopName: 'Aurora' }
    expect(bare(theme)).toBe(bare(reviewItem(review, voice).text))
  },
)

test('every language has every text, in all its plural forms, with the same places', () => {
  const read = (language: string) =>
    JSON.parse(readFileSync(`${extension.folder}/locales/${language === 'en' ? 'en.default' : language}.json`, 'utf8'))
  const places = (text: unknown): string[] =>
    [...new Set([...JSON.stringify(text).matchAll(/\{\{ (\w+) \}\}/g)].map(([, name]) => name ?? ''))].sort()
  const english = read('en') as Record<string, string | object>
  for (const language of LANGUAGES) {
    const texts = read(language) as Record<string, string | Record<string, string>>
    expect(Object.keys(texts), language).toEqual(Object.keys(english))
    for (const [key, text] of Object.entries(texts)) {
      expect(places(text), `${language} ${key}`).toEqual(places(english[key]))
      if (typeof text === 'object')
        expect(Object.keys(text).sort(), `${language} ${key}`).toEqual(
          [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort(),
        )
    }
  }
})

test('the page on verifying says only what is true of the shop', () => {
  const voice = { say: textsIn('en'), locale: 'en', timeZone: 'UTC', shopName: 'Aurora' }
  const said = (practice: object) =>
    verificationPage({ open: false, partial: false, rewards: false, imports: false, ...practice }, voice).text
  expect(said({})).toContain('We give nothing in return')
  expect(said({ rewards: true })).toContain('positive or negative')
  expect(said({ partial: true })).toContain('Some reviews are not shown')
  expect(said({ partial: true })).not.toContain('A low rating is never a reason')
  expect(said({ imports: true })).toContain('never call them verified')
})
