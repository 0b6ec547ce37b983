import { expect, test } from 'vitest'
import { catalogueOf } from '#app/surfaces/wording/catalogue.ts'
import { textsOf } from '#app/surfaces/wording/overrides.ts'
import { fitTexts, groupsOf, problemsIn, written } from '#app/surfaces/wording/wording-view.ts'
import { WORDING_WORDS } from '#app/surfaces/wording/wording-words.ts'

const english = textsOf(catalogueOf('en'))

test('the page shows every text once, and says what each is for', () => {
  const shown = groupsOf(catalogueOf('en')).flatMap(({ texts }) => texts.map(([name]) => name))
  expect(shown.toSorted()).toEqual(Object.keys(english).toSorted())
  expect(Object.keys(WORDING_WORDS.texts).toSorted()).toEqual(shown.toSorted())
  expect(groupsOf(catalogueOf('en')).map(({ texts }) => texts.length)).not.toContain(0)
})

test.each([
  ['one that keeps its placeholder', { 'words.accept': 'Ja, für {total}' }, {}],
  ['one that loses it', { 'words.accept': 'Ja' }, { 'de.words.accept': expect.stringContaining('{total}') }],
  ['one with nothing in it', { 'words.free': ' ' }, { 'de.words.free': WORDING_WORDS.empty }],
  ['one that is too long', { 'words.free': 'x'.repeat(601) }, { 'de.words.free': WORDING_WORDS.tooLong }],
])('%s', (_, de, problems) => expect(problemsIn({ de }, (language) => catalogueOf(language))).toEqual(problems))

test('a text is written, and reset to Encore’s', () => {
  const own = written({ fr: { 'words.free': 'Offert' } }, 'de', 'words.free', 'Geschenkt')
  expect(own).toEqual({ fr: { 'words.free': 'Offert' }, de: { 'words.free': 'Geschenkt' } })
  expect(written(own, 'de', 'words.free', undefined)).toEqual({ fr: { 'words.free': 'Offert' }, de: {} })
})

test('the preview takes only what a shopper could read', () => {
  expect(fitTexts({ 'words.accept': 'Ja', 'words.free': 'Geschenkt' }, catalogueOf('de'))).toEqual({ 'words.free': 'Geschenkt' })
})
