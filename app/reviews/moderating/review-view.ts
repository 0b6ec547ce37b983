import { LANGUAGE_NAMES } from '#app/values/language-names.ts'
import { shorten } from '#app/values/short.ts'
import { LONGEST } from '../review.ts'
import { languageOf } from '#app/values/languages.ts'
import { sayTime } from '#app/values/time.ts'
import { badgesOf, becauseOf, type BadgeView } from './queue-view.ts'
import { words } from './words.ts'

interface Read {
  id: string
  productId: string
  orderId: string | null
  rating: number
  title: string
  body: string
  author: string
  email: string | null
  language: string
  source: string
  recommends: boolean | null
  answers: unknown
  verified: boolean
  incentive: string | null
  state: string
  heldFor: string | null
  hiddenFor: string | null
  featured: boolean
  textEditedAt: Date | null
  reply: string | null
  replyPublic: boolean
  submittedAt: Date
  media: readonly { id: string; kind: string; url: string | null; state: string }[]
  versions: readonly { version: number; rating: number; title: string; body: string; by: string; at: Date }[]
  log: readonly { id: string; at: Date; who: string; what: string; detail: unknown }[]
}

/** A review as its own page shows it. */
export interface ReviewView {
  id: string
  productId: string
  product: string
  order: { id: string; name: string } | null
  rating: number
  title: string
  body: string
  author: string
  email: string | null
  language: string
  source: string
  recommends: string | null
  answers: { question: string; answer: string }[]
  badges: BadgeView[]
  because: string | null
  state: string
  featured: boolean
  reply: string
  replyPublic: boolean
  /** The mark of the two. */
  opened: string
  when: string
  media: { id: string; kind: string; url: string | null }[]
  versions: { version: number; rating: number; title: string; body: string; until: string }[]
  log: { id: string; when: string; what: string; who: string; detail: string }[]
}

interface Around {
  opened: string
  product: string
  orderName: string | null
  timeZone: string
}

export function reviewView(review: Read, { opened, product, orderName, timeZone }: Around): ReviewView {
  const { id, productId, orderId, rating, title, body, author, email, language, state, featured, replyPublic } = review
  const plain = {
    id,
    productId,
    product,
    rating,
    title,
    body,
    author: shorten(author, LONGEST.author),
    email,
    language: LANGUAGE_NAMES[languageOf(language)],
    state,
    featured,
    replyPublic,
  }
  return {
    ...plain,
    opened,
    order: orderId ? { id: orderId, name: orderName ?? orderId } : null,
    source: words.sources[review.source] ?? review.source,
    recommends: review.recommends === null ? null : words.recommends(review.recommends),
    answers: Array.isArray(review.answers) ? (review.answers as ReviewView['answers']) : [],
    badges: badgesOf({ ...review, edited: review.textEditedAt !== null }),
    because: becauseOf(review),
    reply: review.reply ?? '',
    when: sayTime(review.submittedAt, timeZone),
    media: review.media.filter((one) => one.state !== 'failed').map(({ id: mediaId, kind, url }) => ({ id: mediaId, kind, url })),
    versions: review.versions.map((one) => ({ ...one, until: words.version(one.by, sayTime(one.at, timeZone)) })),
    log: review.log.map((one) => ({
      id: one.id,
      when: sayTime(one.at, timeZone),
      what: words.logged[one.what] ?? one.what,
      who: words.by(one.who),
      detail: detailOf(one.detail),
    })),
  }
}

/** The one thing of a log entry that a person wants to read. */
function detailOf(detail: unknown): string {
  const { because } = (detail ?? {}) as { because?: string | null }
  if (!because) return ''
  return (words.hiddenFor as Record<string, string>)[because] ?? (words.heldFor as Record<string, string>)[because] ?? because
}
