import { sayDate, sayTime } from '../../values/time.ts'
import { words } from './words.ts'

/** What Encore knows of one shopper's reviews. */
export interface Known {
  count: number
  sum: number
  reviews: readonly { id: string; product: string; rating: number; title: string; body: string; state: string; submittedAt: Date }[]
  request: { state: string; sendAt: Date; sentAt: Date | null; answeredAt: Date | null } | null
}

/** What she has earned: a code, or store credit. */
export interface Earned {
  code: string | null
  credit: string | null
  expiresAt: Date
  redeemed: boolean
  revoked: boolean
}

/** What the block on her page in Shopify admin says. */
export interface ShopperBlock {
  summary: string
  request: string | null
  reviews: { id: string; product: string; rating: string; text: string; state: string; waits: boolean; when: string }[]
  codes: { code: string; says: string }[]
}

const LONGEST = 120 // letters of a text: the block is narrow

export function shopperBlock(
  { count, sum, reviews, request }: Known,
  earned: readonly Earned[],
  timeZone: string,
  now: Date,
): ShopperBlock {
  return {
    summary: count === 0 ? words.none : words.summary(count, sum / count),
    request: request && sayRequest(request, timeZone),
    reviews: reviews.map(({ id, product, rating, title, body, state, submittedAt }) => ({
      id,
      product,
      rating: words.rating(rating),
      text: shortened(title || body),
      state: words.states[state] ?? state,
      waits: state === 'held',
      when: sayTime(submittedAt, timeZone),
    })),
    codes: earned.map((one) => ({
      code: one.code ?? one.credit ?? '',
      says: words[one.code === null ? 'credits' : 'codes'][fateOf(one, now)](sayDate(one.expiresAt, timeZone)),
    })),
  }
}

function sayRequest({ state, sendAt, sentAt, answeredAt }: NonNullable<Known['request']>, timeZone: string): string | null {
  const when = sayTime(answeredAt ?? sentAt ?? sendAt, timeZone)
  return words.requests[answeredAt ? 'answered' : state]?.(when) ?? null
}

const fateOf = ({ redeemed, revoked, expiresAt }: Earned, now: Date): keyof typeof words.codes =>
  revoked ? 'revoked' : redeemed ? 'redeemed' : expiresAt < now ? 'expired' : 'open'

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`)
