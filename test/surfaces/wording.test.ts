import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRightToLeft, LANGUAGES, languageOf } from '#app/values/languages.ts'
import { SAMPLE_WORDS } from '#app/surfaces/block/sample-words.ts'
import { catalogueOf } from '#app/surfaces/wording/catalogue.ts'
import { placeholdersIn, textsOf, whyNot } from '#app/surfaces/wording/overrides.ts'
import { fillWritten, unfilled } from '#app/surfaces/wording/written.ts'
import { caseForPhone, PRODUCTS } from './case-for-phone.ts'
import { claimsOf, openShop, SHOP, stage, tokenOf, type Stage } from './stage.ts'

const english = textsOf(catalogueOf('en'))

test.each(LANGUAGES)('%s says everything, with the same placeholders as English', (language) => {
  const texts = textsOf(catalogueOf(language))
  expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort())
  for (const [name, text] of Object.entries(texts)) {
    expect([name, placeholdersIn(text)]).toEqual([name, placeholdersIn(english[name] ?? '')])
    expect(text.trim()).not.toBe('')
  }
})

const SCRIPT: Partial<Record<string, RegExp>> = {
  ru: /\p{sc=Cyrillic}/u,
  ja: /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u,
  he: /\p{sc=Hebrew}/u,
}

test.each(LANGUAGES.filter((language) => language !== 'en'))('%s leaves nothing in English', (language) => {
  const texts = textsOf(catalogueOf(language))
  const same = Object.keys(english).filter((name) => texts[name] === english[name])
  expect(same.filter((name) => !['words.total', 'words.tax', 'words.option', 'words.subtotal'].includes(name))).toEqual([])
  const script = SCRIPT[language] ?? (isRightToLeft(language) ? /\p{sc=Arabic}/u : /\p{sc=Latin}/u)
  for (const [name, text] of Object.entries(texts)) expect([name, text]).toEqual([name, expect.stringMatching(script)])
})

test.each(LANGUAGES)('%s has a sample of its own', (language) => {
  const { note, product } = SAMPLE_WORDS[language]
  const script = SCRIPT[language] ?? (isRightToLeft(language) ? /\p{sc=Arabic}/u : /\p{sc=Latin}/u)
  for (const text of [note, product]) expect(text).toMatch(script)
  if (language !== 'en') expect([note, product]).not.toEqual(expect.arrayContaining([SAMPLE_WORDS.en.note]))
})

test.each([
  ['de-AT', 'de'],
  ['pt-PT', 'pt-BR'],
  ['iw', 'he'],
  ['fa_IR', 'fa'],
  ['fr,en;q=0.8', 'fr'],
  ['', 'en'],
  ['pl', 'en'],
])('%s reads %s', (locale, language) => expect(languageOf(locale)).toBe(language))

test.each([
  ['Hi {first_name}, one more?', 'Hi, one more?'],
  ['{first_name}, one more?', 'One more?'],
  ['Thanks, {first_name}!', 'Thanks!'],
  ['Danke {first_name} für {product}.', 'Danke für Case.'],
  ['Save {saving} today', 'Save today'],
  ['أهلًا {first_name}، أضف {product}', 'أهلًا، أضف Case'],
  ['nothing to fill', 'nothing to fill'],
])('“%s” without a name or a saving is “%s”', (text, read) => expect(fillWritten(text, { product: 'Case' })).toBe(read))

test('a name is written as it is, whatever its signs mean elsewhere', () => {
  expect(fillWritten('Take {product}!', { product: `Big $$ Saver $&` })).toBe('Take Big $$ Saver $&!')
})

test('what is in braces and stands for nothing is found in each language', () => {
  const written = {
    headline: 'Hello {first_name}, take {prodct}!',
    body: '{ product }',
    accept: 'Take it · {total}',
    decline: 'No, {first_name}',
  }
  const wording = { en: { ...written, body: '' }, de: { ...written, headline: '{total}', decline: '' } }
  expect(unfilled({ wording })).toEqual([
    { language: 'en', text: '{prodct}' },
    { language: 'en', text: '{first_name}' },
    { language: 'de', text: '{total}' },
    { language: 'de', text: '{ product }' },
  ])
})

test.each([
  ['Pay {total}', null],
  ['Pay', /Keep \{total\}/],
  ['Pay {total} {name}', /Nothing stands for \{name\}/],
])('“%s” instead of the button: %s', (text, problem) => {
  const because = whyNot(english['words.accept'] ?? '', text)
  if (problem) expect(because).toMatch(problem)
  else expect(because).toBeNull()
})

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_wording')
  await openShop(on, { products: PRODUCTS })
  await on.offers.createOffer(SHOP, caseForPhone, 'active')
})
afterAll(() => on.close())

test('the merchant’s own words reach the shopper and the order, in that language alone', async () => {
  const { saveWording, readWording } = await import('#app/surfaces/settings/settings.server.ts')
  const said = { 'words.decline': 'Nö', discount: '{percent} % weniger', 'words.again': catalogueOf('de').words.again }
  expect(await saveWording(SHOP, { de: said })).toMatchObject({ ok: true })
  expect(await readWording(SHOP)).toEqual({ de: { 'words.decline': 'Nö', discount: '{percent} % weniger' } })
  const token = tokenOf({ referenceId: 'wording-de', locale: 'de' })
  const { body } = await on.offer(token)
  expect(body.offer.wording).toMatchObject({ decline: 'Nö', accept: 'Jetzt bezahlen · {total}' })
  const { changeset } = (await on.post('accept', { token, placement: body.placement, stepId: 'case' })).body
  expect(claimsOf(changeset).changes[0].discount.title).toBe('15 % weniger')
  const other = await on.offer(tokenOf({ referenceId: 'wording-en' }))
  expect(other.body.offer.wording.decline).toBe('No, thanks')
  expect(await saveWording(SHOP, { de: { 'words.accept': 'Zahlen' } })).toMatchObject({ ok: false, because: 'unfit' })
})
