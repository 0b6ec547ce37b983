import { z } from 'zod'
import { Rules } from './rules/rules.ts'
import { OfferStatus } from './offer.ts'

const id = z.string().min(1).max(40)
/** Made when the page or the button is: what is sent twice under one key is made once. */
const key = z.uuid()
const ids = z.array(id).min(1).max(250)
const OfOffers = z.object({ action: z.enum(['activate', 'pause', 'duplicate', 'archive', 'restore']), ids, key: key.optional() })
export type OfOffers = z.infer<typeof OfOffers>
const Move = z.object({ action: z.literal('move'), ids: z.tuple([id]), target: id, side: z.enum(['before', 'after']) })
const offer = z.object({ id, status: OfferStatus.optional(), priority: z.number().int().min(0).max(1_000_000).optional() })
/** Undoes what was just done: each offer gets back what it was. */
const PutBack = z.object({ action: z.literal('put-back'), offers: z.array(offer).min(1).max(5_000) })

/** What the offers list may ask for. */
export const ListRequest = z.discriminatedUnion('action', [OfOffers, Move, PutBack])
export type ListRequest = z.infer<typeof ListRequest>
export type BulkAction = OfOffers['action']
export type PutBack = z.infer<typeof PutBack>

/** What became of it, and what to ask for to undo it. */
export interface Changed {
  action: ListRequest['action']
  changed: number
  undo: ListRequest | null
  copies?: string[] // that were made, each of what was asked for at its place
}

/**
 * What the editor sends; the definition is judged by `checkOffer`, which words the problems for the merchant. Priority and status, which the
 * list changes too, are saved only where the merchant changed them in this editor: `moved`, and `status` if there is one.
 */
export const SaveRequest = z.object({
  definition: z.unknown(),
  status: OfferStatus.optional(),
  version: z.number().int().positive().nullable(),
  /** Of an offer that is not saved yet. */
  key: key.optional(),
  moved: z.boolean().default(true),
})

/** Which version is to be the newest again. */
export const RestoreRequest = z.object({ version: z.number().int().positive() })

/** What counting past orders is asked: the rules as they are written now, and where the page before ended. */
export const MatchCursor = z.object({
  since: z.iso.datetime(),
  total: z.number().int().nonnegative(),
  at: z.iso.datetime(),
  id: z.string().max(40),
})
export type MatchCursor = z.infer<typeof MatchCursor>
export const MatchRequest = z.object({ rules: Rules, cursor: MatchCursor.nullable().default(null) })

/** What the editor asks warnings for: the offer as it is written now, and which stored one it will replace. */
export const WarningsRequest = z.object({ id: id.nullable(), definition: z.unknown() })
