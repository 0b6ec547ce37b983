import { z } from 'zod'
import { LANGUAGES, type Language } from '#app/values/languages.ts'
import type { Catalogue } from './entries.ts'

/** Texts by name, those inside others with a dot: `words.accept`. */
export const Texts = z.record(z.string().max(80), z.string().trim().min(1).max(600))

/** What a merchant says instead of us, by language. */
export const Overrides = z.partialRecord(z.enum(LANGUAGES), Texts)
export type Overrides = z.infer<typeof Overrides>

type Texts = { readonly [name: string]: string | Texts }

/** Every text of a catalogue by its name. */
export function textsOf(catalogue: object, within = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(catalogue as Texts).map(([name, text]) =>
      typeof text === 'string' ? { [within + name]: text } : textsOf(text, `${within}${name}.`),
    ),
  ) as Record<string, string>
}

/** Names that the catalogue does not have change nothing. */
export function withOverrides(catalogue: Catalogue, texts: Readonly<Record<string, string>> | undefined, within = ''): Catalogue {
  if (!texts || Object.keys(texts).length === 0) return catalogue
  const entries = Object.entries(catalogue).map(([name, own]) => [
    name,
    typeof own === 'string' ? (texts[within + name] ?? own) : withOverrides(own as unknown as Catalogue, texts, `${within}${name}.`),
  ])
  return Object.fromEntries(entries) as unknown as Catalogue
}

export const placeholdersIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

/** Why a merchant's text cannot stand for ours: it would lose a price or a name. Null when it can. */
export function whyNot(own: string, text: string): string | null {
  const [wanted, given] = [placeholdersIn(own), placeholdersIn(text)]
  const missing = wanted.filter((name) => !given.includes(name))
  if (missing.length > 0) return `Keep ${missing.join(' and ')} in the text: it is replaced when a shopper reads it`
  const unknown = given.filter((name) => !wanted.includes(name))
  return unknown.length > 0 ? `Nothing stands for ${unknown.join(' and ')} here` : null
}

/** Only what differs from ours is worth keeping; a language that loses its last text is dropped. */
export function tidied(overrides: Overrides, ours: (language: Language) => Catalogue): Overrides {
  const languages = Object.entries(overrides) as [Language, Record<string, string>][]
  return Object.fromEntries(
    languages.flatMap(([language, texts]) => {
      const own = textsOf(ours(language))
      const kept = Object.entries(texts).filter(([name, text]) => own[name] !== undefined && own[name] !== text)
      return kept.length > 0 ? [[language, Object.fromEntries(kept)]] : []
    }),
  )
}
