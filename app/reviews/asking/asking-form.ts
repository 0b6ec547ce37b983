import { z } from 'zod'
import { LANGUAGES } from '../../values/languages.ts'
import { Look, Manners } from '../../values/manners.ts'
import { Opened } from '../../values/opened.ts'
import { leadingWords } from './lint.ts'
import { AskingSettings } from './settings.ts'

/** Everything that the page can change. */
export const AskingForm = z.object({ asking: AskingSettings, manners: Manners, look: Look })
export type AskingForm = z.infer<typeof AskingForm>

/** How one part of the form is shown and changed. */
export interface PartProps<Part extends keyof AskingForm> {
  part: AskingForm[Part]
  onChange: (changed: Partial<AskingForm[Part]>) => void
}

const Day = z.iso.date()

/** What the page asks for. */
export const AskingIntent = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), form: AskingForm, opened: Opened }),
  z.object({ intent: z.literal('test'), form: AskingForm, language: z.enum(LANGUAGES), to: z.email(), key: z.uuid() }),
  z.object({ intent: z.literal('count'), from: Day, to: Day }),
  z.object({ intent: z.literal('backfill'), from: Day, to: Day, confirmed: z.number().int() }),
  z.object({ intent: z.literal('skip'), id: z.string() }),
  z.object({ intent: z.literal('unskip'), id: z.string() }),
  z.object({ intent: z.literal('send-now'), id: z.string() }),
])
export type AskingIntent = z.infer<typeof AskingIntent>

export const PreviewOf = z.object({ form: AskingForm, language: z.enum(LANGUAGES) })

/** Words of the merchant's that ask for a particular opinion (R2), by `language.field`. */
export function leadingFields({ words }: AskingSettings): Record<string, string> {
  const found = Object.entries(words).flatMap(([language, own]) =>
    Object.entries(own).flatMap(([field, text]) => {
      const leading = leadingWords(text)
      return leading ? [[`${language}.${field}`, leading] as const] : []
    }),
  )
  return Object.fromEntries(found)
}
