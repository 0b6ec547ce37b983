import type { Language } from '#app/values/languages.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fa } from './fa.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import { ptBr } from './pt-br.ts'
import { ru } from './ru.ts'
import type { FormWords } from './form-words.ts'

const FORM_WORDS: Record<Language, FormWords> = { en, de, fr, es, it, nl, 'pt-BR': ptBr, ja, he, ar, fa, ru }

export const formWords = (language: Language): FormWords => FORM_WORDS[language]

export const fillWords = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
