import { z } from 'zod'
import { OfferStatus } from './offer.ts'

const ids = z.array(z.string().min(1).max(40)).min(1).max(250)

/** What the offers list may ask for. */
export const ListRequest = z.object({ action: z.enum(['activate', 'pause', 'duplicate', 'archive', 'restore']), ids })
export type ListRequest = z.infer<typeof ListRequest>

/** What the editor sends; the definition is judged by `checkOffer`, which words the problems for the merchant. */
export const SaveRequest = z.object({ definition: z.unknown(), status: OfferStatus, version: z.number().int().positive().nullable() })
