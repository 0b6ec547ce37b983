import { z } from 'zod'
import { HIDE_REASONS, LONGEST, REVIEW_STATES } from '../review.ts'
import { Opened, type SaveAnswer } from '#app/values/opened.ts'
import type { ReviewView } from './review-view.ts'

const Ids = z.array(z.string().min(1)).min(1).max(100)
const Id = z.string().min(1)

/** What stood before, so that a deed can be taken back. */
const Before = z.object({
  id: Id,
  state: z.enum(REVIEW_STATES),
  heldFor: z.string().max(40).nullable(),
  hiddenFor: z.enum(HIDE_REASONS).nullable(),
})
export type Before = z.infer<typeof Before>

/** All that a merchant can do to reviews. None changes a rating, and none hides one for what it thinks. */
export const Deed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('publish'), ids: Ids }),
  z.object({ deed: z.literal('hide'), ids: Ids, reason: z.enum(HIDE_REASONS, { error: 'Choose a reason.' }) }),
  z.object({ deed: z.literal('restore'), before: z.array(Before).min(1).max(100) }),
  z.object({ deed: z.literal('feature'), ids: Ids, on: z.boolean() }),
  z.object({
    deed: z.literal('reply'),
    id: Id,
    text: z.string().trim().max(LONGEST.reply, 'This is too long.'),
    public: z.boolean(),
    opened: Opened,
  }),
  z.object({
    deed: z.literal('redact'),
    id: Id,
    title: z.string().trim().max(LONGEST.title),
    body: z.string().trim().min(1, 'Something must be left of it.').max(LONGEST.body),
  }),
])
export type Deed = z.infer<typeof Deed>

/** How one part of a review's page shows it and changes it. */
export interface PartProps {
  review: ReviewView
  busy: boolean
  refused: string | null
  onDeed: (deed: Deed) => void
}

export interface Done {
  deed: Deed['deed']
  /** Reviews that are other than before. */
  changed: number
  undo: Deed | null
  /** Of a reply: the mark of what is stored now. */
  opened?: string | undefined
}

/** What the page hears of its deed. */
export type Answer = (Done & { refused?: undefined }) | ({ refused: string } & SaveAnswer)

/**
 * Whether a text only lost something: personal data is taken out, or put behind a mark such as [...]. Words of the merchant's own would be
 * put into the shopper's mouth.
 */
export function onlyTakesOut(before: string, after: string): boolean {
  const words = (text: string) => text.split(/\s+/u).filter(Boolean)
  const left = words(before)
  let at = 0
  return words(after).every((word) => {
    if (/^\p{P}*(\[?(\.{3}|…)\]?|█+|\*+|x{3,})\p{P}*$/iu.test(word)) return true
    const found = left.indexOf(word, at)
    at = found + 1
    return found >= 0
  })
}
