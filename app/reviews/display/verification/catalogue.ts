import type { Language } from '#app/values/languages.ts'
import type { Assurances } from './assurances.ts'
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

export const ASSURANCES: Readonly<Record<Language, Assurances>> = {
  en,
  de,
  fr,
  es,
  it,
  nl,
  'pt-BR': ptBr,
  ja,
  he,
  ar,
  fa,
  ru,
}
