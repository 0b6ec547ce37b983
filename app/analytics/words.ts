import { SURFACE_WORDS } from '#app/offers/surface-words.ts'
import type { Dimension } from './figures.ts'
import type { Preset } from './period.ts'

type Breakdown = Exclude<Dimension, 'all'>

/** What the pages of this domain say. */
export const words = {
  home: {
    analytics: 'All figures',
    fallbacks: (count: number) =>
      count === 0 ? 'No fallback had to be shown.' : `Fallbacks shown because Encore’s answer came too late: ${count.toLocaleString('en')}`,
    coverage: 'Orders that saw an offer',
    share: (saw: number, orders: number) =>
      `${saw.toLocaleString('en')} of ${orders.toLocaleString('en')} (${((100 * saw) / orders).toFixed(0)} %)`,
    coverageHint: 'Of the last 30 days, since Encore is in this shop.',
    noOrders: 'No order was placed since Encore is in this shop.',
    shareOn: (saw: number, orders: number) => `${saw.toLocaleString('en')} (${((100 * saw) / orders).toFixed(0)} %)`,
    whyNot: 'Why the others did not',
    placeBlock:
      'Encore’s block on the thank-you page reaches most of those from the online store, with the same offers. It is not placed yet.',
    toBlocks: 'Place the block',
    example: (name: string) => `for example ${name}`,
    exampleLabel: (name: string, why: string) => `for example ${name}: ${why}`,
  },
  unpaid: {
    title: 'Added but not paid',
    explained:
      'Shopify added these lines to orders but could not charge for them. Remove them here, with the delivery that came with them, or open the order and collect the payment in Shopify. Encore counts nothing for them until they are paid.',
    owed: (lines: string, amount: string) => `${lines}: ${amount} before tax`,
    remove: 'Remove…',
    removeLabel: (name: string) => `Remove what was not paid from order ${name}`,
  },
  dashboard: {
    title: 'Analytics',
    subtitle: (period: string, before: string) => `${period}, compared with ${before}`,
    export: 'Export',
    exportLabel: 'Export this table as CSV',
    breakdown: 'Figures by',
    net: 'All amounts are in the shop’s currency, without tax and shipping, less refunds, removed lines and cancelled orders. Everything that a purchase did counts on the day on which it met Encore, by the shop’s clock.',
    elsewhere: (amounts: string) => `Not counted: ${amounts} from when the shop had another currency.`,
    tests: (amount: string) => `${amount} of the revenue is of test orders, for which no money moved.`,
    empty: 'Nothing was shown in this time',
    emptyText: 'Figures appear here once a shopper has met an offer. Choose a longer time, or look at the orders to see why they saw none.',
    trend: 'Revenue by day',
    asTable: 'Show as a table',
    asChart: 'Show as a chart',
    now: 'This period',
    before: 'Period before',
    day: 'Day',
    nobodyKnows: '–',
  },
  period: {
    label: 'Time',
    from: 'From',
    to: 'To',
    apply: 'Show',
    wrong: 'The first day must not come after the last one, and they may be two years apart at most.',
    custom: 'From … to …',
    presets: {
      today: 'Today',
      yesterday: 'Yesterday',
      '7': 'Last 7 days',
      '30': 'Last 30 days',
      '90': 'Last 90 days',
      month: 'This month',
      'last-month': 'Last month',
      year: 'This year',
    } satisfies Record<Preset, string>,
  },
  breakdowns: { offer: 'Offer', step: 'Step', surface: 'Where it was shown', day: 'Day', currency: 'Shopper’s currency' } satisfies Record<
    Breakdown,
    string
  >,
  surfaces: SURFACE_WORDS.names as Readonly<Record<string, string>>,
  gone: 'An offer that is gone',
  step: (offer: string, number: number) => `${offer}, step ${number || '?'}`,
  unknownCurrency: 'Not known',
  figures: {
    revenue: {
      name: 'Revenue',
      means: 'What was paid for accepted lines and kept: without tax and shipping, less refunds, removed lines and cancelled orders.',
    },
    acceptance: {
      name: 'Acceptance rate',
      means:
        'Orders that took something out of orders that saw an offer. Told by step, those that took that step out of those that saw it.',
    },
    perVisit: {
      name: 'Revenue per visit',
      means: 'Revenue divided by the orders that saw an offer, whatever the shopper then did.',
    },
    uplift: {
      name: 'Order uplift',
      means:
        'How much larger orders with an accepted line became: their revenue from offers compared with the rest of the same orders. Orders that hold nothing else, such as one bought by a link, do not count.',
      hint: (without: string, withThem: string) => `${without} became ${withThem} on average`,
    },
    visits: {
      name: 'Orders that saw it',
      means: 'Orders whose shopper saw an offer, each counted once, however many steps and pages were seen.',
    },
    impressions: {
      name: 'Steps shown',
      means: 'Steps that a shopper’s browser reported as drawn, each once per order and page: who declines one step sees the next.',
    },
    acceptances: { name: 'Accepted', means: 'Accepted steps whose lines are in an order, whether or not they were refunded later.' },
    discount: { name: 'Discount given', means: 'What accepted and kept lines would have cost more without the offer.' },
    margin: {
      name: 'Margin',
      means:
        'Revenue less what the goods cost, by their cost in Shopify when they were accepted. Lines whose cost nobody entered are left out.',
      unknown: (unknown: number, lines: number) =>
        `Cost not known for ${unknown.toLocaleString('en')} of ${lines.toLocaleString('en')} lines`,
    },
    fallbacks: { name: 'Fallbacks shown', means: 'Orders that saw the prepared fallback, because Encore’s answer came too late.' },
    returned: { name: 'Refunded or removed', means: 'What had been paid for accepted lines and went back.' },
  },
  csv: { declines: 'Declined', currency: 'Currency', unknown: 'Lines of unknown cost' },
  change: {
    more: (percent: string) => `${percent} more`,
    less: (percent: string) => `${percent} less`,
    same: 'as before',
    fromNothing: 'none before',
  },
} as const
