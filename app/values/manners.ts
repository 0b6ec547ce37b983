import { z } from 'zod'

const Hour = z.number().int().min(0).max(23)

/** How the shop writes to its shoppers; kept in the shop's settings under `messages`. */
export const Manners = z.object({
  /** Who gets what she did not ask for: everyone who has not refused, or only who agreed to marketing. */
  consent: z.enum(['not-refused', 'subscribed']).default('not-refused'),
  /** Where only who agreed may be asked, whatever stands above. German courts call a request for a review advertising. */
  consentCountries: z.array(z.string().regex(/^[A-Z]{2}$/)).default(['DE', 'AT']),
  /** Where a buyer who has refused nothing may get offers; elsewhere only who agreed to marketing (CAN-SPAM opts out, ePrivacy opts in). */
  offerCountries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  quietFrom: Hour.default(21),
  quietUntil: Hour.default(8),
  /** Between two that she did not ask for. */
  hoursBetween: z.number().int().min(0).max(720).default(20),
  /** Of all that she did not ask for, within seven days: review requests, reminders and offers together. */
  mostPerWeek: z.number().int().min(1).max(14).default(3),
})
export type Manners = z.infer<typeof Manners>

/** How a shop's mails look and who they say they come from. */
export const Look = z.object({
  senderName: z.string().trim().max(80).default(''),
  replyTo: z.union([z.literal(''), z.email()]).default(''),
  postalAddress: z.string().trim().max(300).default(''),
  logoUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .default('#0b6b4f'),
})
export type Look = z.infer<typeof Look>

const Stored = z.object({ messages: z.object({ manners: Manners.catch(Manners.parse({})), look: Look.catch(Look.parse({})) }) })

/** From the shop's whole settings; what is missing or malformed takes its default. */
export function messageSettings(settings: unknown): { manners: Manners; look: Look } {
  const stored = Stored.safeParse(settings)
  return stored.success ? stored.data.messages : { manners: Manners.parse({}), look: Look.parse({}) }
}
