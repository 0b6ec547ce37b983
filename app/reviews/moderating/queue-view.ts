import { shorten } from '#app/values/short.ts'
import { LONGEST } from '../review.ts'
import { sayTime } from '#app/values/time.ts'
import { words } from './words.ts'

/** A review as the queue reads it. */
export interface Listed {
  id: string
  productId: string
  rating: number
  title: string
  body: string
  author: string
  verified: boolean
  incentive: string | null
  state: string
  heldFor: string | null
  hiddenFor: string | null
  featured: boolean
  reply: string | null
  edited: boolean
  submittedAt: Date
  media: readonly { kind: string; url: string | null }[]
}

type Tone = 'success' | 'attention' | 'info' | 'critical'
export interface BadgeView {
  text: string
  tone?: Tone | undefined
}

export interface QueueRow {
  id: string
  rating: number
  title: string
  body: string
  author: string
  product: { id: string; title: string }
  when: string
  state: string
  featured: boolean
  badges: BadgeView[]
  /** Why it waits or is hidden. */
  because: string | null
  pictures: { kind: string; url: string | null }[]
}

export const queueRows = (
  reviews: readonly Listed[],
  products: Readonly<Record<string, { title: string }>>,
  timeZone: string,
): QueueRow[] =>
  reviews.map((review) => ({
    id: review.id,
    rating: review.rating,
    // Imports bring names and titles of any length.
    title: shorten(review.title, LONGEST.title),
    body: review.body,
    author: shorten(review.author, LONGEST.author),
    product: { id: review.productId, title: products[review.productId]?.title ?? review.productId },
    when: sayTime(review.submittedAt, timeZone),
    state: review.state,
    featured: review.featured,
    badges: badgesOf(review),
    because: becauseOf(review),
    pictures: [...review.media],
  }))

const STATES: Readonly<Record<string, BadgeView>> = {
  held: { text: words.badges.held, tone: 'attention' },
  published: { text: words.badges.published, tone: 'success' },
  hidden: { text: words.badges.hidden, tone: 'critical' },
}

type Marked = Pick<Listed, 'state' | 'verified' | 'incentive' | 'featured' | 'edited' | 'reply'>

export function badgesOf({ state, verified, incentive, featured, edited, reply }: Marked): BadgeView[] {
  const { badges } = words
  return [
    STATES[state] ?? { text: state },
    verified ? { text: badges.verified, tone: 'info' } : { text: badges.unverified },
    ...(incentive ? [{ text: badges.rewarded(incentive) }] : []),
    ...(featured ? [{ text: badges.featured, tone: 'info' as const }] : []),
    ...(edited ? [{ text: badges.edited }] : []),
    ...(reply ? [{ text: badges.replied }] : []),
  ]
}

export function becauseOf({ heldFor, hiddenFor }: Pick<Listed, 'heldFor' | 'hiddenFor'>): string | null {
  if (heldFor) return (words.heldFor as Record<string, string>)[heldFor] ?? heldFor
  return hiddenFor ? ((words.hiddenFor as Record<string, string>)[hiddenFor] ?? hiddenFor) : null
}
