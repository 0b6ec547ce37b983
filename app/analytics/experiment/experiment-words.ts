import type { Refused, Shared } from '#app/offers/experiment/experiment.ts'
import { LEAST } from './comparison.ts'

const shoppers = (count: number) => (count === 1 ? '1 shopper' : `${count.toLocaleString('en')} shoppers`)

export const EXPERIMENT_WORDS = {
  title: 'A/B test',
  about:
    'A copy of this offer, changed as you like, is shown to a part of the shoppers for whom this offer is meant. Who sees which is drawn at random and stays so for each shopper. Encore compares what a shopper brings in, after refunds, and tells you when the difference is more than chance.',
  prepare: 'Make a copy to test',
  archived: 'An archived offer is shown to nobody. Restore it to test it.',
  past: 'Earlier tests',
  letters: ['A', 'B'] as const,
  named: (letter: string, title: string) => `${letter}: ${title}`,
  prepared: {
    title: 'Not started yet',
    next: 'Change in B what you want to find out about, and save it. Then start the test.',
    edit: 'Edit B',
    differs: 'How B differs from A',
    active: 'B is active already: until the test starts it competes with A like any other offer. Start the test, or pause B.',
    same: 'B still offers the same as A.',
    shared:
      'Conditions, schedule, places and limits are those of A for both. What B says of them is replaced when the test starts. Each has the limits for itself, so that together they may give twice as much.',
    share: 'Shoppers who see B',
    percent: (share: number) => `${share} %`,
    start: 'Start the test',
    starts: 'Both are active from then on.',
    discard: 'Discard the test',
  },
  running: {
    title: (since: string) => `Running since ${since}`,
    keep: (letter: string) => `Keep ${letter}`,
    keepTitle: (letter: string, title: string) => `Show “${title}” (${letter}) to everybody?`,
    keepText: (title: string) => `The test ends. “${title}” is paused; nothing of it is lost.`,
    early: 'The test has not told yet which of them earns more.',
    cancel: 'Cancel',
    misaligned: (parts: string) =>
      `A and B are not shown to the same purchases any more: they differ in ${parts}. Until they are alike, their figures cannot be compared.`,
    align: 'Use those of A for B',
    notActive: (letter: string) => `${letter} is not active, so the shoppers drawn for it see nothing of this test.`,
    stopped: (letter: string, limit: string) =>
      `${letter} has reached its limit: ${limit}. The shoppers drawn for it see less of this test, or nothing. Raise the limits of both, or end the test.`,
    edited: (letter: string, version: number, time: string) =>
      `${letter} was changed while the test ran: version ${version}, ${time}. What came before counts too.`,
  },
  ended: { title: (from: string, to: string) => (from === to ? from : `${from} to ${to}`), kept: 'Kept' },
  shared: {
    rules: 'conditions',
    schedule: 'schedule',
    shownOn: 'places',
    caps: 'limits',
    chooseBy: 'what is chosen between equals',
  } satisfies Record<Shared, string>,
  limits: { total: 'accepted in all', budget: 'discount given in all' },
  columns: {
    side: 'Offer',
    share: 'Share',
    shoppers: 'Shoppers',
    rate: 'Took it',
    each: 'Revenue a shopper',
    revenue: 'Revenue',
    discount: 'Discount given',
  },
  net: 'Shoppers who saw the offer, each once however often they came. Revenue is without tax and shipping, less refunds, removed lines and cancelled orders.',
  verdicts: {
    early: 'Too early to say',
    earlyText: `This takes at least ${LEAST.shoppers} shoppers on each side and ${LEAST.takers} who took something.`,
    open: 'No difference is certain yet',
    better: (letter: string) => `${letter} earns more`,
    equal: 'So far a shopper of A and one of B bring the same.',
    sofar: (letter: string, amount: string) => `So far a shopper of ${letter} brings ${amount} more.`,
    between: (less: string, more: string) => `In truth it may be from ${less} for A to ${more} for B.`,
    certain: (least: string, most: string) => `A shopper of it brings between ${least} and ${most} more.`,
    more: (count: number) => `If it stays at that, about ${shoppers(count)} more will tell.`,
    never: 'A difference as small as that would take more than a million shoppers to tell from chance.',
    method: 'Of a hundred tests of equal offers, Encore names a winner in at most five, however often you look and whenever you stop.',
  },
  done: {
    start: 'Test started',
    align: 'B has the conditions, schedule, places and limits of A again',
    end: 'Test ended: everybody sees the one you kept',
    discard: 'Test discarded. Its copy is still among your offers, as a draft.',
  },
  refused: {
    gone: 'This test no longer exists.',
    archived: 'One of the two offers is archived. Restore it first.',
    'in-test': 'This offer is in a test already.',
    same: 'B still offers the same as A. Change one of its steps first.',
    over: 'This test is in another state by now. Look again.',
  } satisfies Record<Refused, string>,
  offerGone: 'This offer no longer exists.',
} as const
