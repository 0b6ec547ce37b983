import { z } from 'zod'
import { LANGUAGES } from '../values/languages.ts'
import { Manners } from '../values/manners.ts'
import { Opened } from '../values/opened.ts'
import { AUTOMATIONS, RetentionSettings, type AutomationKind } from './settings.ts'

/** Everything that the page of one automation can change: its own settings, and whom the shop writes to at all. */
export const AutomationForm = z.object({
  retention: RetentionSettings,
  manners: Manners.pick({ offerCountries: true, mostPerWeek: true }),
})
export type AutomationForm = z.infer<typeof AutomationForm>

export const Kind = z.enum(AUTOMATIONS)

/** What the page asks for. */
export const AutomationIntent = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), form: AutomationForm, opened: Opened }),
  z.object({ intent: z.literal('count'), form: AutomationForm }),
  /** Only as the merchant has seen it: with the number that she was shown. */
  z.object({ intent: z.literal('switch-on'), confirmed: z.number().int() }),
  z.object({ intent: z.literal('switch-off') }),
  z.object({ intent: z.literal('test'), form: AutomationForm, language: z.enum(LANGUAGES), to: z.email(), key: z.uuid() }),
  z.object({ intent: z.literal('drop'), orderId: z.string() }),
  z.object({ intent: z.literal('undrop'), orderId: z.string() }),
])
export type AutomationIntent = z.infer<typeof AutomationIntent>

export const PreviewAsked = z.object({ kind: Kind, form: AutomationForm, language: z.enum(LANGUAGES) })

/** How one part of the page reads and changes the settings. */
export interface PartProps {
  kind: AutomationKind
  form: AutomationForm
  /** Of this automation. */
  onChange: (changed: Partial<RetentionSettings['bounce-back']>) => void
  onChangeForm: (changed: { retention?: Partial<RetentionSettings>; manners?: Partial<AutomationForm['manners']> }) => void
}
