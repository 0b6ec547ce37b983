import { z } from 'zod'
import { LANGUAGES } from '../values/languages.ts'
import { shipsTogether } from '../values/ship-together.ts'

export const AUTOMATIONS = ['missed-offer', 'bounce-back'] as const
/** `missed-offer`: right after the purchase, to who saw no offer. `bounce-back`: hours after a first order, what goes with it. */
export type AutomationKind = (typeof AUTOMATIONS)[number]

const Text = (most: number) => z.string().trim().max(most)

/** The merchant's own words in one language; empty means Encore's. */
export const OwnWords = z.object({ subject: Text(150).default(''), intro: Text(1_500).default(''), text: Text(320).default('') })
export type OwnWords = z.infer<typeof OwnWords>

const Automation = z.object({
  active: z.boolean().default(false),
  /** Orders placed before are left alone: nobody hears of last week's purchase because a switch was turned. */
  since: z.iso.datetime().nullable().default(null),
  /** A thank-you page is closed by then, and a confirmation has been read. */
  waitMinutes: z
    .number()
    .int()
    .min(5)
    .max(72 * 60)
    .default(30),
  /** Where no e-mail may go but a text message may. */
  sms: z.boolean().default(false),
  validDays: z.number().int().min(1).max(30).default(3),
  words: z.partialRecord(z.enum(LANGUAGES), OwnWords).default({}),
})
export type Automation = z.infer<typeof Automation>

const BounceBack = Automation.extend({
  waitMinutes: Automation.shape.waitMinutes.default(180),
  validDays: Automation.shape.validDays.default(7),
  percent: z.number().int().min(0).max(90).default(10),
  products: z.number().int().min(1).max(3).default(2),
})

/** What the shop sends after purchases; kept in its settings under `retention`. */
export const RetentionSettings = z.object({
  'missed-offer': Automation.prefault({}),
  'bounce-back': BounceBack.prefault({}),
  /** What is bought by a link travels with the order that it follows, as long as that has not left: the shop's one choice, for blocks as well. */
  shipTogether: z.boolean().default(false),
})
export type RetentionSettings = z.infer<typeof RetentionSettings>

const Stored = z.object({ retention: RetentionSettings })

/** From the shop's whole settings; what is missing or malformed takes its default, and then nothing is sent. */
export function retentionSettings(settings: unknown): RetentionSettings {
  const stored = Stored.safeParse(settings)
  return { ...(stored.success ? stored.data.retention : RetentionSettings.parse({})), shipTogether: shipsTogether(settings) }
}

/** As the shop's settings keep it, where shipping together has a place of its own. */
export const keptAs = ({ shipTogether, ...retention }: RetentionSettings) => ({ retention, shipTogether })
