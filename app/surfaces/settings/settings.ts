import { z } from 'zod'
import { Overrides } from '../wording/overrides.ts'

/** The merchant's choices for the page after payment; kept in the shop's settings under `postPurchase`. */
export const SurfaceSettings = z.object({
  /** Shown when our server does not answer in time; null: then nothing is shown. */
  fallbackOfferId: z.string().nullable().default(null),
  /** How long the extension waits for our server, in milliseconds. */
  limitMs: z.number().int().min(300).max(3_000).default(1_000),
})
export type SurfaceSettings = z.infer<typeof SurfaceSettings>

/** The merchant's own words for shoppers, kept under `wording`. */
export const wordingOverrides = (settings: unknown): Overrides =>
  z
    .object({ wording: Overrides.catch({}) })
    .catch({ wording: {} })
    .parse(settings).wording

const Stored = z
  .object({ postPurchase: SurfaceSettings.catch(SurfaceSettings.parse({})) })
  .catch({ postPurchase: SurfaceSettings.parse({}) })

/** From the shop's whole settings; what is missing or malformed takes its default, so that no shopper pays for a bad setting. */
export const surfaceSettings = (settings: unknown): SurfaceSettings => Stored.parse(settings).postPurchase
