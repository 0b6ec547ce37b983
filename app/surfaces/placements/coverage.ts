import type { Silence } from '#app/offers/decide.ts'
import { words } from '../words.ts'
import { eligibility, type EligibilityFacts, type Ineligible } from '../decide/eligibility.ts'
import { SURFACES, type Surface } from './placement.ts'

/** All that says why an order saw an offer or none. */
interface Met {
  facts: EligibilityFacts
  asked: boolean // by the page after payment
  offered: boolean
  seenOn: readonly Surface[]
  late: boolean // our answer came too late
  because: Silence | null
}

/** Orders that are alike in it. */
export interface Alike extends Met {
  count: number
  example: { id: string; name: string } // the newest of them
}
/** One order. */
export interface Each extends Met {
  id: string
  before: boolean // placed before Encore was in the shop
  title: string | null // of the offer
  accepted: Surface | null // where
  declined: boolean
}

export type Uncovered = Silence | Ineligible | 'too-late' | 'not-reported' | 'not-asked' | 'paypal' | 'not-known'
export interface Coverage {
  orders: number
  saw: number // on any surface
  bySurface: readonly { surface: Surface; saw: number }[]
  rest: readonly { because: Uncovered; why: string; count: number; example: Alike['example'] }[]
  missed: number // of the rest, those that the online store took
}

const WHY: Record<Uncovered, string> = {
  'no-active-offer': 'No offer was active',
  'no-offer-matches': 'No offer fitted the purchase',
  'nothing-available': 'What fitted could not be sold at that moment',
  'too-late': 'Encore’s answer came too late',
  'not-reported': 'An offer was sent, but the browser did not report showing it',
  'not-asked': 'Nothing spoke against it, but Shopify did not ask Encore',
  paypal: 'Paid with PayPal (the page needs reference transactions)',
  'not-known': 'Encore does not know enough of how it was paid',
  'other-channel': 'Not from the online store',
  'foreign-currency': 'Paid in another currency than the shop’s',
  'no-shipping-address': 'No shipping address: digital goods or pickup',
  'local-delivery': 'Delivered locally',
  'below-minimum': 'Below the least amount for which Shopify shows the page',
  'gift-card': 'Paid with a gift card',
  wallet: 'Paid with a wallet, such as Apple Pay',
  instalments: 'Paid in instalments',
  'local-payment-method': 'Paid with a local payment method',
  'not-a-card': 'Not paid with a card that can be charged again',
}

/** How many orders met an offer, and why the others did not; the most common reason first. */
export function coverageOf(groups: readonly Alike[]): Coverage {
  const rest = new Map<Uncovered, Coverage['rest'][number]>()
  for (const group of groups.filter(({ seenOn }) => seenOn.length === 0)) {
    const because = whyUncovered(group)
    const known = rest.get(because)
    rest.set(because, { because, why: WHY[because], count: (known?.count ?? 0) + group.count, example: known?.example ?? group.example })
  }
  const sum = (some: readonly Alike[]) => some.reduce((total, { count }) => total + count, 0)
  const seen = (is: (on: readonly Surface[]) => boolean) => sum(groups.filter(({ seenOn }) => is(seenOn)))
  return {
    orders: sum(groups),
    saw: seen((on) => on.length > 0),
    bySurface: SURFACES.map((surface) => ({ surface, saw: seen((on) => on.includes(surface)) })),
    rest: [...rest.values()].sort((a, b) => b.count - a.count),
    missed: sum(groups.filter((group) => group.seenOn.length === 0 && whyUncovered(group) !== 'other-channel')),
  }
}

function whyUncovered({ facts, asked, offered, late, because }: Met): Uncovered {
  if (late) return 'too-late'
  if (offered) return 'not-reported'
  if (asked) return because ?? 'nothing-available'
  const verdict = eligibility(facts, false)
  if (verdict.eligible === false) return verdict.because
  if (verdict.eligible === true) return 'not-asked'
  return verdict.because === 'paypal-reference-transactions' ? 'paypal' : 'not-known'
}

/** What became of an order's offer, as a list says it: a few words, and which offer or why none. */
export interface Meeting {
  tone: 'success' | null
  said: string
  more: string | null
}

export function meetingOf(order: Each): Meeting {
  const { before, accepted, declined, seenOn, title } = order
  if (accepted) return { tone: 'success', said: words.acceptedOn[accepted], more: title }
  if (declined) return { tone: null, said: 'Declined', more: title }
  if (seenOn.length > 0) return { tone: null, said: 'Shown', more: title }
  return { tone: null, said: 'No offer', more: before ? 'Placed before Encore was in the shop' : WHY[whyUncovered(order)] }
}
