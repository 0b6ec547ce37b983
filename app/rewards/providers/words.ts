import type { Level } from './provider.ts'
import type { SealFault } from './seal.ts'

/** What the pages of review apps say, in English. */
export const words = {
  noReview: 'It tells of no review',
  ownTest: 'Your test: address and key are in order. Nothing is paid for it',
  switchedOff: 'It is not switched on under Review apps',
  unheeded: {
    deleted: 'The review was deleted; a reward is for having written it and stays',
    spam: 'The review app took it for spam',
    'of-the-shop': 'It is a review of the shop, not of a product: those are never rewarded',
    'unknown-product': 'Encore knows no such product in this shop',
    'nobody-to-thank': 'It names neither an e-mail address nor a customer: nobody could be sent a code',
    unproven: 'Nothing proves it: no order of this product by this shopper was found',
    'no-review-id': 'The workflow does not say which review it is for: fill in “Review” in the action',
    'own-review':
      'Encore has this review already and has decided about it by your reward program: a workflow pays for it neither again nor instead',
    'not-every-review': 'The action is not confirmed: tick “Every review comes here” if the workflow lets through reviews of every rating',
    'not-yet-fulfilled': 'It is not signed, and the order it belongs to is not paid and fulfilled yet',
  },

  title: 'Review apps',
  about:
    'Keep the review app that you have. It tells Encore of each new review, and Encore thanks the shopper once, by the terms of your reward program. The rating never reaches Encore’s rewards.',
  rewards: 'Rewards',
  app: 'Review app',
  state: 'State',
  proof: 'How it is checked',
  lastEvent: 'Last event',
  never: 'None yet',
  open: (label: string) => `Open ${label}`,
  connect: 'Connect',
  states: { connected: 'Connected', waiting: 'Waiting for the first event', refused: 'Refused lately', off: 'Not connected' },

  levels: {
    signed: 'Signed',
    secret: 'Shared secret',
    none: 'Not signed',
  } satisfies Record<Level, string>,
  levelMeans: {
    signed: 'Every event is signed: nobody else can write one. Whether only verified buyers are thanked is your reward program’s choice.',
    secret:
      'Whoever learns the secret could write an event. Encore therefore pays only when it finds a paid and fulfilled order of that product by that shopper, or when the review app confirms the review.',
    none: 'Nothing in an event proves who sent it. Encore therefore pays only when the review app confirms the review by its id, or when it finds a paid and fulfilled order of that product by that shopper.',
  } satisfies Record<Level, string>,

  stepAddress: '1. Tell it where to send reviews',
  stepWay: '1. How its reviews reach Encore',
  addressLabel: 'Address for this shop',
  addressHelp: 'It belongs to this shop alone. Treat it like a password.',
  copy: 'Copy',
  copied: 'Address copied',
  stepKeys: '2. Let Encore check that it is really them',
  saveKeys: 'Save',
  keysSaved: 'Saved',
  keyKept: 'Saved. Type to replace it.',
  headerLabel: 'Header with the signature (if it signs)',
  headerHelp: 'Leave empty for Shopify Flow’s HTTP request, which is not signed: the address is the secret then.',
  encodingLabel: 'Written in',
  encodings: { hex: 'Hexadecimal', base64: 'Base64' },
  stepTest: (number: 2 | 3) => `${number}. See an event arrive`,
  sendTest: 'Send a test event',
  sendTestHelp:
    'Goes to the address from outside, signed with the key in step 2, and appears below. Whether the review app has the same key shows with its own first event.',
  tested: {
    arrived: 'The test arrived',
    refused: 'The test was refused',
    unreachable: 'Encore did not reach its own address from outside',
  },
  sendTestThroughShopify:
    'Goes to Encore from outside, signed as Shopify signs a run, and appears below. Your own workflow shows with its first run.',
  waiting: 'Waiting for an event…',
  waitingHelp: 'Write a review in your shop, or send a test from the review app. This page notices by itself.',
  arrived: (when: string) => `An event arrived on ${when}`,
  works: 'Everything is in place.',
  refusedTitle: (when: string) => `An event was refused on ${when}`,
  hints: {
    'no-key': 'An event arrived, but Encore has no key yet to check it with. Paste it in step 2.',
    unsigned:
      'An event arrived without a signature. Check that the address was pasted into this review app, and that it signs its webhooks.',
    'wrong-signature':
      'The signature was made with another key. Compare the key in step 2 with the one in the review app: private and public keys look alike, and a key may have been renewed.',
    'too-old': 'The signature was more than five minutes old. Somebody may have sent an old event again; nothing was paid for it.',
    'another-shop': 'The event was another shop’s. This address must only be used in the review app of this shop.',
  } satisfies Record<SealFault, string>,

  lately: 'What came lately',
  latelyAbout: 'The last ten events, and what became of each.',
  nothingYet: 'No event yet',
  nothingYetAbout: 'What the review app sends appears here as it arrives.',
  when: 'When',
  outcome: 'What became of it',
  outcomes: { waiting: 'Waiting', done: 'Taken in', ignored: 'Not heeded', failed: 'Failed' } as Readonly<Record<string, string>>,

  disconnect: 'Disconnect',
  disconnected: (label: string) => `${label} disconnected`,
  undo: 'Undo',
  offTitle: (label: string) => `${label} is not connected`,
  offAbout: 'Connecting makes an address for this shop. Nothing is sent anywhere until you paste it.',

  throughShopify: 'It comes through Shopify, so there is no address to copy and no key to paste.',
  switchOn: 'Switch on',
} as const
