import { tidy } from '../tidy.ts'
import { LONGEST, MOST_PHOTOS, MOST_VIDEOS, RATINGS } from '../review.ts'

/** What she has typed about one product. */
export interface Draft {
  productId: string
  rating: number | null
  title: string
  body: string
  recommends: boolean | null
  answers: readonly string[]
  /** Media of an earlier version that she takes out. */
  remove: readonly string[]
}

/** What she has typed in all; it comes back to her when something is refused. */
export interface Typed {
  author: string
  email: string
  drafts: readonly Draft[]
  /** What stands in the field that no person sees. */
  trap: string
}

export type ProblemKind =
  | 'no-rating'
  | 'no-body'
  | 'too-long'
  | 'no-email'
  | 'photo-kind'
  | 'photo-size'
  | 'photo-count'
  | 'video-kind'
  | 'video-size'
  | 'video-place'
  | 'video-count'
  | 'all-too-large'

/** Beside the field of this name; `all` is the form as a whole. */
export interface Problem {
  field: string
  because: ProblemKind
  file?: string // which of those that were chosen, as she knows it
}

/** Names of form fields; a product's own carry its id. */
export const field = (name: string, productId: string): string => `${name}.${productId}`

interface Fields {
  get(name: string): string | null
  getAll(name: string): string[]
}

/** What her device calls a file, short enough for a line. */
export const fileName = (name: string): string => {
  const own = tidy(name.split(/[\\/]/).at(-1) ?? '').replaceAll('\n', ' ')
  return own.length > LONGEST_NAME ? `${own.slice(0, LONGEST_NAME / 2)}…${own.slice(-LONGEST_NAME / 2)}` : own
}
const LONGEST_NAME = 40

export function readTyped(fields: Fields, productIds: readonly string[], questions: number): Typed {
  const drafts = productIds.map((id): Draft => {
    const rating = Number(fields.get(field('rating', id)))
    const recommends = fields.get(field('recommends', id))
    return {
      productId: id,
      rating: RATINGS.find((known) => known === rating) ?? null,
      title: tidy(fields.get(field('title', id))).replaceAll('\n', ' '),
      body: tidy(fields.get(field('body', id))),
      recommends: recommends === 'yes' ? true : recommends === 'no' ? false : null,
      answers: Array.from({ length: questions }, (_, n) => tidy(fields.get(field(`answer${n}`, id)))),
      remove: fields.getAll(field('remove', id)),
    }
  })
  const author = tidy(fields.get('author')).replaceAll('\n', ' ')
  return { author, email: tidy(fields.get('email')), drafts, trap: tidy(fields.get('website')) }
}

/** She said something about it; products that she leaves alone are no mistake. */
export const isBegun = ({ rating, title, body }: Draft): boolean => rating !== null || title !== '' || body !== ''

export function problemsOf(typed: Typed, { asksEmail }: { asksEmail: boolean }): Problem[] {
  const begun = typed.drafts.filter(isBegun)
  const [first] = typed.drafts
  const nothing: Problem[] = begun.length === 0 && first ? [{ field: field('rating', first.productId), because: 'no-rating' }] : []
  return [...nothing, ...begun.flatMap(problemsOfDraft), ...problemsOfWriter(typed, asksEmail)]
}

function problemsOfDraft({ productId: id, rating, title, body, answers }: Draft): Problem[] {
  const problems: Problem[] = []
  if (rating === null) problems.push({ field: field('rating', id), because: 'no-rating' })
  if (title.length > LONGEST.title) problems.push({ field: field('title', id), because: 'too-long' })
  if (body === '') problems.push({ field: field('body', id), because: 'no-body' })
  if (body.length > LONGEST.body) problems.push({ field: field('body', id), because: 'too-long' })
  answers.forEach((answer, n) => {
    if (answer.length > LONGEST.answer) problems.push({ field: field(`answer${n}`, id), because: 'too-long' })
  })
  return problems
}

function problemsOfWriter({ author, email }: Typed, asksEmail: boolean): Problem[] {
  const problems: Problem[] = []
  if (author.length > LONGEST.author) problems.push({ field: 'author', because: 'too-long' })
  if (asksEmail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) problems.push({ field: 'email', because: 'no-email' })
  return problems
}

/** How many of each a review would have after what is taken out and what is added. */
export function problemsOfMedia(productId: string, photos: number, videos: number): Problem[] {
  const problems: Problem[] = []
  if (photos > MOST_PHOTOS) problems.push({ field: field('photos', productId), because: 'photo-count' })
  if (videos > MOST_VIDEOS) problems.push({ field: field('video', productId), because: 'video-count' })
  return problems
}
