import { z } from 'zod'
import { LANGUAGES } from '../../values/languages.ts'

const Days = (most: number) => z.number().int().min(0).max(most)
const Text = (most: number) => z.string().trim().max(most)

/** The merchant's own words in one language; empty means Encore's. */
export const OwnWords = z.object({
  subject: Text(150).default(''),
  intro: Text(1_500).default(''),
  reminder: Text(150).default(''),
  text: Text(320).default(''),
})
export type OwnWords = z.infer<typeof OwnWords>

const Delays = z.object({ afterDelivery: Days(180), afterFulfilment: Days(365) })

/** When and how shoppers are asked for reviews; kept in the shop's settings under `asking`. */
export const AskingSettings = z.object({
  active: z.boolean().default(false),
  /** Orders placed before are only asked about by hand: nobody gets a mail about last year because a switch was turned. */
  since: z.iso.datetime().nullable().default(null),
  // Shopify's own Shop app asks 7 days after delivery, else 14 after fulfilment: not in the same week.
  home: Delays.default({ afterDelivery: 14, afterFulfilment: 28 }),
  abroad: Delays.default({ afterDelivery: 14, afterFulfilment: 42 }),
  /** Things that take longer, or less long, to know. */
  special: z
    .array(z.object({ kind: z.enum(['product', 'collection']), id: z.string(), title: z.string().max(255), afterDelivery: Days(365) }))
    .max(50)
    .default([]),
  reminders: z.number().int().min(0).max(2).default(1),
  reminderAfter: Days(60).default(7),
  /** A shopper is left in peace so long after she was asked. */
  pause: Days(365).default(30),
  /** Text messages go only to numbers whose owner agreed to them. */
  texts: z.enum(['never', 'without-email', 'preferred']).default('never'),
  words: z.partialRecord(z.enum(LANGUAGES), OwnWords).default({}),
})
export type AskingSettings = z.infer<typeof AskingSettings>

const Stored = z.object({ asking: AskingSettings })

/** From the shop's whole settings; what is missing or malformed takes its default, and then nobody is asked. */
export function askingSettings(settings: unknown): AskingSettings {
  const stored = Stored.safeParse(settings)
  return stored.success ? stored.data.asking : AskingSettings.parse({})
}
