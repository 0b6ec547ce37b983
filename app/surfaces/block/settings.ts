import { z } from 'zod'
import { shipsTogether } from '#app/values/ship-together.ts'
import { BLOCK_SURFACES, type BlockSurface } from '../contract.ts'

/** The merchant's choices for the blocks on the thank-you page and on the order's page; kept in the shop's settings under `blocks`. */
export const BlockSettings = z.object({
  on: z.record(z.enum(BLOCK_SURFACES), z.boolean()).default({ 'thank-you': true, 'order-status': true }),
  /** The second order travels with the first one, and its delivery costs nothing: the shop's one choice, for mails as well. */
  together: z.boolean().default(false),
  /** How long after the purchase the offer stands. */
  hours: z.number().int().min(1).max(720).default(72),
})
export type BlockSettings = z.infer<typeof BlockSettings>

const Stored = z.object({ blocks: BlockSettings.catch(BlockSettings.parse({})) }).catch({ blocks: BlockSettings.parse({}) })

/** From the shop's whole settings; what is missing or malformed takes its default. */
export const blockSettings = (settings: unknown): BlockSettings => ({ ...Stored.parse(settings).blocks, together: shipsTogether(settings) })

export const isOn = ({ on }: BlockSettings, surface: BlockSurface): boolean => on[surface]
