import type { Explained, Silence } from '#app/offers/decide.ts'
import type { Facts } from '#app/offers/facts.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import type { Words } from '#app/offers/rules/words.ts'
import { money, type Money } from '#app/values/money.ts'
import { sayTime } from '#app/values/time.ts'
import type { SignedChangeset } from '../accept/changeset.ts'
import { isElsewhere, type Eligibility } from '../decide/eligibility.ts'
import { happenings, type Event, type Refused } from './order-timeline.ts'
import type { EarnedView, OrderView, SignedView } from './order-view.ts'
import { sayEligibility, saySilence } from './order-words.ts'
import { verdictViews } from './verdict-views.ts'

interface Order {
  id: string
  name: string
  placedAt: Date
  total: Money
  sourceName: string | null
}
interface Story {
  placement: {
    offerId: string | null
    because: Silence | null
    fallback: boolean
    reconstructed: boolean
    decidedAt: Date
    facts: Facts
  } | null
  verdicts: readonly { offerId: string; version: number; definition: OfferDefinition; explained: Explained }[]
  events: readonly Event[]
  changesets: readonly SignedChangeset[]
  refusals: readonly Refused[]
  eligibility: Eligibility
}
interface Earning {
  currency: string
  sold: number
  paid: number
  returned: number
  revenue: number
}

/** An order without a known checkout has no story: nothing ties a purchase to it. */
export function orderView(
  order: Order,
  payment: string,
  story: Story | null,
  earnings: readonly Earning[],
  words: Words,
  timeZone: string,
): OrderView {
  const verdicts = story?.verdicts ?? []
  const at = (time: Date) => sayTime(time, timeZone)
  const label = (offerId: string, stepId: string) => {
    const definition = verdicts.find((verdict) => verdict.offerId === offerId)?.definition
    const step = (definition?.steps.findIndex(({ id }) => id === stepId) ?? -1) + 1
    return `step ${step || '?'} of “${definition?.title ?? 'an offer that is gone'}”`
  }
  return {
    ...order,
    placed: at(order.placedAt),
    payment,
    eligibility: sayEligibility(story ? story.eligibility : withoutCheckout(order)),
    reconstructed: story?.placement?.reconstructed ?? false,
    silence: story ? (saySilence(story.placement?.because ?? null) ?? unknownSilence(story)) : 'No offer was considered.',
    ...verdictViews(verdicts, story?.placement?.facts ?? null, words),
    replayable: Boolean(story?.placement),
    timeline: story ? happenings(story, label).map(({ time, what }) => ({ at: at(time), what })) : [],
    signed: (story?.changesets ?? []).map((changeset) => signedView(changeset, label, words, at)),
    earned: earnedView(earnings),
  }
}

const withoutCheckout = ({ sourceName }: Order): Eligibility =>
  isElsewhere(sourceName) ? { eligible: false, because: 'other-channel' } : { eligible: 'unknown', because: 'no-checkout' }

function unknownSilence({ placement, events, changesets }: Story): string | null {
  if (!placement) return 'Encore was not asked about this purchase, and does not hold enough of it to work it out.'
  const { offerId, fallback, reconstructed } = placement
  return offerId && !fallback && !reconstructed && events.length === 0 && changesets.length === 0 ? UNSHOWN : null
}

const UNSHOWN =
  'The offer was sent, but the shopper’s browser did not report showing it: the answer came too late for the page, or the page was left already.'

function signedView(
  changeset: SignedChangeset,
  label: (offerId: string, stepId: string) => string,
  { names }: Words,
  at: (time: Date) => string,
): SignedView {
  const { id, offerId, stepId, lines, currency, signedAt } = changeset
  const title = label(offerId, stepId)
  return {
    id,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    at: at(signedAt),
    outcome: sayOutcome(changeset),
    lines: lines.map(({ variantId, quantity, unitPrice, discount }) => ({
      name: names.variants[variantId]?.title ?? 'Something no longer in the shop',
      quantity,
      price: money(unitPrice * quantity - discount, currency),
      was: discount > 0 ? money(unitPrice * quantity, currency) : null,
    })),
  }
}

export function sayOutcome({ reported, errorCodes }: Pick<SignedChangeset, 'reported' | 'errorCodes'>): string {
  if (reported === 'processed') return 'The shopper’s browser reported that Shopify charged it and added it to the order.'
  const why = errorCodes.length > 0 ? ` (${errorCodes.join(', ').replaceAll('_', ' ')})` : ''
  if (reported === 'unprocessed') return `The shopper’s browser reported that Shopify did not add it${why}. Nothing was charged.`
  if (reported === 'partially_processed') return `The shopper’s browser reported that Shopify added only a part of it${why}.`
  return 'The shopper’s browser has not reported what Shopify answered. What was paid comes from the order itself.'
}

function earnedView(earnings: readonly Earning[]): EarnedView | null {
  const [first] = earnings
  if (!first) return null
  const sum = (part: 'sold' | 'paid' | 'returned' | 'revenue') =>
    money(
      earnings.reduce((total, earning) => total + earning[part], 0),
      first.currency,
    )
  return { sold: sum('sold'), paid: sum('paid'), returned: sum('returned'), revenue: sum('revenue') }
}
