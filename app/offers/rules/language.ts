import { z } from 'zod'
import { baseOf } from '../facts.ts'
import { ruleKind } from './kind.ts'
import { list } from './words.ts'

const names = new Intl.DisplayNames('en', { type: 'language' })
const say = (code: string): string => names.of(code) ?? code

/** `pt` takes every kind of Portuguese, `pt-BR` that of Brazil alone. */
export const language = ruleKind({
  kind: 'language',
  schema: z.object({
    kind: z.literal('language'),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/))
      .min(1)
      .max(100),
  }),
  title: 'Language',
  group: 'shopper',
  fields: [{ name: 'languages', label: 'Languages', type: 'languages' }],
  empty: () => ({ kind: 'language', languages: [] }),
  sentence: ({ languages }) => `shop in ${list(languages.map(say))}`,
  opposite: ({ languages }) => `do not shop in ${list(languages.map(say))}`,
  check({ languages }) {
    const wanted = new Set(languages)
    return ({ language }) => (language === null ? 'unknown' : wanted.has(language) || wanted.has(baseOf(language)))
  },
  keys: ({ languages }) => ({ key: 'language', values: languages }),
  selectivity: ({ languages }) => Math.min(1, languages.length / 4),
  source: 'the language of the checkout',
})
