import type { ProblemKind } from '../collecting/draft.ts'

/** Everything that the form says to a shopper in one language. `{name}` are placeholders. */
export interface FormWords {
  pageTitle: string // {shop}
  heading: string // one product
  headingOfOrder: string // several
  optional: string
  rating: string
  stars: readonly [string, string, string, string, string]
  write: string // opens the fields of one product
  title: string
  body: string
  bodyHint: string
  photos: string
  photosHint: string // {count}
  video: string
  videoHint: string // {size}
  remove: string // a photo or video of before
  photoOf: string // {number}: describes a picture
  recommend: string
  yes: string
  no: string
  author: string
  authorHint: string
  email: string
  emailHint: string
  nobody: string // the name shown when she gives none
  trap: string
  send: string
  save: string
  sending: string
  sendAgain: string // the button once it has failed
  unsent: string // why it is there
  draftKept: string
  shown: string // what becomes of what she sends
  wrote: string // {date}
  goesBack: string // beside a product that she sends back
  check: string // above what is wrong
  problems: Record<ProblemKind, string>
  thanks: string
  published: string
  waiting: string // it is looked at first
  change: string // the link back to what she wrote
  code: string
  copy: string
  copied: string
  codeUntil: string // {date}
  codeByMail: string
  rewardLater: string // it looks like spam to our rules, and waits for somebody's look
  credited: string // store credit instead of a code
  expired: { heading: string; text: string }
  forged: { heading: string; text: string }
  gone: { heading: string; text: string } // all that the link is about has left the shop
  closed: { heading: string; text: string } // only invited shoppers may write
  tooLarge: { heading: string; text: string }
}
