import type { Step, StepWording } from '#app/offers/step.ts'
import { LANGUAGES, type Language } from '#app/values/languages.ts'

/** A merchant's sentence with what its placeholders stand for. What is not known is left out, and the sentence still reads well. */
export function fillWritten(text: string, known: Readonly<Partial<Record<Placeholder, string>>>): string {
  let left = text
  for (const name of PLACEHOLDERS) left = known[name] ? left.replaceAll(`{${name}}`, () => known[name] ?? '') : without(left, name)
  return left
}

export const PLACEHOLDERS = ['product', 'first_name', 'saving'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

const FILLED: Record<keyof StepWording, readonly string[]> = { headline: PLACEHOLDERS, body: PLACEHOLDERS, accept: ['total'], decline: [] }

/** What stands in braces and for nothing, as “{prodct}”: shoppers would read it so. */
export function unfilled({ wording }: Pick<Step, 'wording'>): { language: Language; text: string }[] {
  return LANGUAGES.flatMap((language) =>
    Object.entries(FILLED).flatMap(([field, names]) => {
      const braces = wording[language]?.[field as keyof StepWording].matchAll(/\{([^{}]*)\}/g) ?? []
      return [...braces].filter(([, name = '']) => !names.includes(name)).map(([text]) => ({ language, text }))
    }),
  )
}

/** Whether she is called by her name, in any language or in one. */
export function greets({ wording }: Pick<Step, 'wording'>, language?: Language): boolean {
  const written = language ? [wording[language]] : Object.values(wording)
  return written.some((words) => words && Object.values(words).some((text) => text.includes('{first_name}')))
}

/** "Thanks, {first_name}!" -> "Thanks!"; "{first_name}, one more?" -> "One more?". */
function without(text: string, name: Placeholder): string {
  const gap = `{${name}}`
  if (!text.includes(gap)) return text
  const first = text.trimStart().startsWith(gap)
  const rest = text.replace(new RegExp(`[\\s,،、]*\\{${name}\\}`, 'gu'), '')
  const tidy = rest.replace(/\s+([.,!?،؟。！？、])/gu, '$1').replace(/\s{2,}/gu, ' ')
  if (!first) return tidy.trim()
  const begun = tidy.replace(/^[\s.,:;،、–—-]+/u, '')
  return begun.charAt(0).toUpperCase() + begun.slice(1)
}
