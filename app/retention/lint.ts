import { leadingWords } from '../reviews/asking/lint.ts'
import { PLACEHOLDERS_OF } from './message.ts'
import type { Automation, OwnWords } from './settings.ts'

export type LintFault = 'placeholder' | 'leading' | 'reply' | 'pressing'
export interface Fault {
  because: LintFault
  found: string
}

/** A new message that poses as an answer; CAN-SPAM wants an honest subject. */
const REPLY = /^\s*(re|aw|fwd?|wg|sv|rv|tr|antw|rif)\s*:/iu
/** Haste that nothing here keeps: the offer stands for days. */
const PRESSING =
  /\b(last chance|act now|hurry|only today|letzte chance|nur heute|dernière chance|última oportunidad|ultima occasione|laatste kans|última chance)\b|последний шанс|最後のチャンス|本日限り/iu

/** What must go from a merchant's own words, as it stands in them; null: nothing. */
export function faultIn(text: string, field: keyof OwnWords): Fault | null {
  const unknown = [...text.matchAll(/\{(\w+)\}/g)].find(([, name]) => !PLACEHOLDERS_OF[field].some((known) => known === name))
  if (unknown) return { because: 'placeholder', found: unknown[0] }
  const reply = field === 'subject' ? REPLY.exec(text) : null
  if (reply) return { because: 'reply', found: reply[0].trim() }
  const leading = leadingWords(text)
  if (leading) return { because: 'leading', found: leading }
  const pressing = PRESSING.exec(text)
  return pressing ? { because: 'pressing', found: pressing[0] } : null
}

/** By `language.field`. */
export function faultsOf({ words }: Pick<Automation, 'words'>): Record<string, Fault> {
  const found = Object.entries(words).flatMap(([language, own]) =>
    (['subject', 'intro', 'text'] as const).flatMap((field) => {
      const fault = faultIn(own[field], field)
      return fault ? [[`${language}.${field}`, fault] as const] : []
    }),
  )
  return Object.fromEntries(found)
}
