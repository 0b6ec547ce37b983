import { expect, test } from 'vitest'
import { formWords } from '#app/reviews/wording/catalogue.ts'
import { LANGUAGES } from '#app/values/languages.ts'

const texts = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([name, inner]) => texts(inner, path ? `${path}.${name}` : name))
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
const english = texts(formWords('en'))

test.each(LANGUAGES)('the form says everything in %s, with the same placeholders', (language) => {
  const told = new Map(texts(formWords(language)))
  expect(english.filter(([path, text]) => String(placeholders(told.get(path) ?? '')) !== String(placeholders(text)))).toEqual([])
  expect([...told].filter(([, text]) => text.trim() === '')).toEqual([])
})

test.each(LANGUAGES.filter((language) => language !== 'en'))('%s is a translation', (language) => {
  const told = new Map(texts(formWords(language)))
  const same = english.filter(([path, text]) => told.get(path) === text && text.length > 8)
  expect(same).toEqual([])
})
