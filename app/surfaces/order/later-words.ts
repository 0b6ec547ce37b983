import type { Words } from '#app/offers/rules/words.ts'
import type { Deed, Surface } from '../placements/placement.ts'
import type { OfferVerdict } from '../verdicts.ts'
import type { WhyNotAsked } from './not-asked.ts'
import { sayVerdict, type Said } from './order-words.ts'

const ON: Record<Surface, string> = {
  'post-purchase': 'on the page after payment',
  'thank-you': 'on the thank-you page',
  'order-status': 'on the order’s page',
  email: 'by message',
}
const DID: Record<Deed['kind'], string> = { accepted: 'accepted it', declined: 'declined it', shown: 'was shown it' }
const FIRST: readonly Deed['kind'][] = ['accepted', 'declined', 'shown']

export const LATER_WORDS = {
  considered: (count: string) => `Offers considered (${count})`,
  consideredAt: (count: string, surface: string) => `Offers considered (${count}): ${surface}`,
  notAsked: {
    elsewhere: 'Not asked: the order did not come from the online store.',
    'switched-off': 'Not asked: the block is switched off for this page.',
    'not-placed': 'Not asked: the block has never been seen on this page. It has to be placed in Shopify’s checkout editor.',
    'taken-already': 'Nothing was decided here: the shopper had accepted an offer of this order already, or did not open the page.',
    'not-opened': 'Not asked: the page was not opened, or not while an offer may still be made.',
    'met-elsewhere': 'No message: who has met an offer on a page gets none by message.',
    'no-message': 'No message has been written for this order.',
  } satisfies Record<WhyNotAsked, string>,
  metElsewhere: 'Met elsewhere',
  change: 'Change it',
  changeLabel: (surface: string) => `Change it: ${surface}`,
  allMet: 'The shopper had met what fitted already.',
  matched: 'It fits this purchase, but was not shown here.',
  metBefore: (surface: Surface, kind: Deed['kind']) => `The shopper ${DID[kind]} ${ON[surface]} already.`,
  inOrder: 'What it offers was in this order already, was bought since, or was proposed on another page.',
} as const

/** The verdict on a later surface: there, what she met elsewhere counts as well. */
export function sayLaterVerdict({ offerId, explained, definition }: OfferVerdict, elsewhere: readonly Deed[], words: Words): Said {
  const said = sayVerdict(explained, definition, words)
  if (explained.verdict === 'matched') return { ...said, because: LATER_WORDS.matched }
  if (explained.verdict !== 'unavailable') return said
  if (explained.because === 'in-order') return { ...said, because: LATER_WORDS.inOrder }
  const met = explained.because === 'met-before' ? strongest(elsewhere.filter((deed) => deed.offerId === offerId)) : null
  return met ? { ...said, verdict: LATER_WORDS.metElsewhere, because: LATER_WORDS.metBefore(met.surface, met.kind) } : said
}

const strongest = (deeds: readonly Deed[]): Deed | null =>
  deeds.toSorted((a, b) => FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind))[0] ?? null
