import type { Surface } from '../placements/placement.ts'
import type { WhyClosed } from '#app/offers/funnel.ts'
import { list } from '#app/offers/rules/words.ts'
import { LATER_WORDS } from './later-words.ts'
import { UNAVAILABLE } from './order-words.ts'
import type { WhyNotToday } from './replay-places.ts'
import type { StepToday } from './replay-steps.ts'

const NOT: Record<WhyNotToday, string> = {
  off: 'Nothing: the block is switched off for this page.',
  'surface-off': 'Nothing: the block is switched off for this page.',
  'not-placed': 'Nothing: the block has never been seen on this page.',
  'order-cancelled': 'Nothing: the order was cancelled.',
  'too-late': 'Nothing: the offer would not stand any more.',
  'page-after-payment-first': 'Nothing: the page after payment comes first.',
  'three-shown': 'Nothing: three offers of this order would have been met already.',
  'has-seen-one': LATER_WORDS.notAsked['met-elsewhere'],
  'has-taken-one': 'Nothing: an offer would have been taken here already.',
}

const GONE = 'something no longer in the shop'
const BEST = 'the best match'

/** What a step offers today. */
export const sayItems = ({ take, items }: Pick<StepToday, 'take' | 'items'>): string =>
  items.length === 0 ? BEST : list(items.map(sayItem), take === 'all' ? 'and' : 'or')

const sayItem = ({ title, quantity }: StepToday['items'][number]): string =>
  quantity > 1 ? `${quantity} × ${title ?? GONE}` : (title ?? GONE)

export const STEP_WORDS = {
  summary: (count: number) => (count === 1 ? 'What it would offer' : `What it would offer, in ${count} steps`),
  summaryAt: (count: number, surface: string) => `${STEP_WORDS.summary(count)}: ${surface}`,
  title: (step: StepToday): string =>
    `Step ${step.number}: ${step.take === 'one' && step.items.length > 1 ? 'one of ' : ''}${sayItems(step)}`,
  skipped: (because: WhyClosed): string => `Skipped: ${UNAVAILABLE[because].charAt(0).toLowerCase()}${UNAVAILABLE[because].slice(1)}`,
  unmet: 'Not met: no way through the other steps leads here today.',
  firstOnly: 'A message offers this step alone.',
  unsure: 'Not known: whether the order held a subscription already. Shopify adds no second one.',
  accepted: (surface: Surface, next: number | null): string => {
    if (next === null) return 'Accepted: nothing more comes.'
    return surface === 'post-purchase'
      ? `Accepted: step ${next} comes next.`
      : `Bought: step ${next} comes when a page of this order is opened again.`
  },
  declined: (next: number | null): string => (next === null ? 'Declined: nothing more comes.' : `Declined: step ${next} comes next.`),
} as const

const places = (named: readonly string[]): string => (named.length === 1 ? '1 place' : `${named.length} places`)

/** How what a place would show today differs from what it showed. */
export type Change = 'same' | 'steps' | 'other' | 'not-asked'

export const REPLAY_WORDS = {
  title: 'The same purchase today',
  about: 'Decides again, place by place, with what was known of this purchase, among the offers that are active now.',
  assumes:
    'An offer that the shopper met then is answered as it was. Another one counts as seen. What the shopper had bought, answered and reviewed counts as it stood before this order. Nothing has sold out or run out but what has so today.',
  button: 'Replay with today’s offers',
  again: 'Replay again',
  lost: 'What was known of this purchase is not held any more, so it cannot be decided again.',
  before: 'Then',
  today: 'Today',
  beforeAndToday: 'Then and today',
  because: 'It differs because:',
  steps: 'Its steps differ:',
  besides: 'What differs besides:',
  consideredAt: (count: string, surface: string) => `Offers considered today (${count}): ${surface}`,
  considered: (count: string) => `Offers considered today (${count})`,
  change: {
    same: 'Same',
    steps: 'Same offer, other steps',
    other: 'Different',
    'not-asked': 'Not asked then',
  } satisfies Record<Change, string>,
  not: (surface: Surface, because: WhyNotToday): string =>
    surface === 'email' && because === 'off' ? 'No message: the automation “Missed offer” is switched off.' : NOT[because],
  ifAsked: (surface: Surface, offer: string): string =>
    ({
      'post-purchase': `${offer}, if Shopify asks for one`,
      'thank-you': `${offer}, if the page is opened`,
      'order-status': `${offer}, if the page is opened`,
      email: `${offer}, if the shopper may be written to`,
    })[surface],
  summary: (others: readonly string[], stepped: readonly string[]): string => {
    const says = [
      ...(others.length > 0 ? [`${places(others)} would show something else: ${others.join(', ')}`] : []),
      ...(stepped.length > 0 ? [`${places(stepped)} would show the same offer with other steps: ${stepped.join(', ')}`] : []),
    ]
    return says.length > 0 ? `Today ${says.join('; ')}.` : 'Today no place would show anything else.'
  },
} as const
