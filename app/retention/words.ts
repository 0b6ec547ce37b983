import type { LintFault } from './lint.ts'
import type { AutomationKind } from './settings.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`)

/** What the pages about automations say to the merchant, in English. */
export const words = {
  title: 'Automations',
  about:
    'Messages that leave by themselves after a purchase: each at the right moment, or not at all. All of them are off until you switch them on.',
  noCarrierTitle: 'Encore cannot send e-mails yet',
  noCarrierText: 'Whoever runs Encore has to set SMTP_URL and MAIL_FROM. Until then messages are written down and wait.',
  noSms: 'Encore has no carrier for text messages: whoever runs it has to set SMS_URL.',
  noAddressTitle: 'Your postal address is missing',
  noAddressText:
    'An offer by mail is advertising, and the law in many countries wants a postal address in it. It stands with the review requests’ look.',
  toLook: 'Enter the address',
  on: 'On',
  off: 'Off',
  open: 'Open',
  openOne: (name: string) => `Open ${name}`,
  lately: 'The last 30 days',
  sent: 'Sent',
  planned: 'Waiting',
  followed: 'Links followed',
  sales: 'Orders',
  earned: 'Earned',
  earnedHint: 'Goods after discounts, once paid, less refunds.',
  skipped: 'Not sent',
  skippedOf: (count: number, because: string) => `${count.toLocaleString('en')}: ${because}`,
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  switchedOn: 'Switched on',
  switchedOff: 'Switched off',
  confirmTitle: (name: string) => `Switch on “${name}”?`,
  wouldHave: (sent: number, orders: number) =>
    `Of the ${orders.toLocaleString('en')} orders of the last 30 days, this would have gone to ${people(sent)}.`,
  atMost: 'At most: whether an offer fits, quiet hours and the weekly limit decide as well.',
  changed: 'It is another number by now: look again, then confirm.',
  fromNow: 'It begins with orders placed from now on. You can switch it off at any time; what has not left by then does not leave.',
  cancel: 'Cancel',
  count: 'Count the last 30 days',
  counting: 'Counting the last 30 days…',
  countedTitle: 'Had it been on',
  when: 'When',
  whenText: 'Counted from the purchase. Whatever would be late by more than a day or two does not leave at all.',
  waitMinutes: 'Minutes after the purchase',
  validDays: 'Days for which the offer stands',
  what: 'What it offers',
  percent: 'Percent off',
  products: 'Products to choose from',
  goods:
    'Chosen for each order: what others who bought the same also bought, in this order or another; what earns you most comes first, where you have told Shopify the cost. Never what the shopper has, had, or was offered already, and never below cost.',
  engine: 'The offer that fits the purchase, chosen as for the page after payment, in the same order and within the same limits.',
  together: 'It ships with the order that it follows',
  togetherHelp:
    'One choice for all automations and for the pages after the order. The message says so only while the order has not left; whoever follows the link later is told that it ships separately.',
  whom: 'Whom',
  whomText:
    'An offer is marketing: it goes to who agreed to that, by your shop’s own record. Never to who has unsubscribed, complained, or has a dead address.',
  offerCountries: 'Countries where buyers who have refused nothing may get offers, too',
  offerCountriesHelp: 'Two-letter codes, with commas. The United States ask for a way out only; the European Union asks for consent.',
  mostPerWeek: 'Messages per shopper within a week, at most',
  mostPerWeekHelp: 'Review requests, reminders and offers together, from any page of Encore.',
  sms: 'By text message, where no e-mail may go',
  smsHelp: 'Only to who agreed to text messages. Never both.',
  quiet: 'Quiet hours and how mails look are those of your review requests.',
  wording: 'What it says',
  wordingText: 'Leave a field empty to use Encore’s own words. {name}, {shop}, {order} and {product} are filled in.',
  language: 'Language',
  subject: 'Subject',
  intro: 'Text',
  textWording: 'Text message',
  textWordingHelp:
    '{shop}, {name}, {order}, {product} and {link} are filled in. What is missing of your name and the link is added, and so is what the offer gives until when, and how to stop.',
  testSent: 'Test sent',
  saved: 'Settings saved',
  wrong: 'Some words must be changed.',
  messages: 'Messages',
  noneTitle: 'Nothing yet',
  none: 'The first one appears with the next order.',
  search: 'Order or e-mail',
  shown: [
    ['all', 'All messages'],
    ['planned', 'Waiting'],
    ['sent', 'Sent'],
    ['skipped', 'Not sent'],
  ] as const,
  nothingFits: 'No message fits these filters',
  order: 'Order',
  state: 'State',
  time: 'When',
  cameOfIt: 'Came of it',
  drop: 'Do not send',
  dropped: 'The message will not be sent',
  undropped: 'The message waits again',
  notWaiting: 'This message is not waiting any more',
  linkFollowed: 'Link followed',
}

export const NAMES: Readonly<Record<AutomationKind, { name: string; about: string }>> = {
  'missed-offer': {
    name: 'Missed offer',
    about:
      'Right after the purchase, to who saw no offer: Shopify shows no page after payment for most wallets, instalments and foreign currencies.',
  },
  'bounce-back': { name: 'Bounce-back', about: 'Hours after a first order: what goes with it, so that a second one follows.' },
}

export const STATES: Readonly<Record<string, string>> = { planned: 'Waiting', sent: 'Sent', skipped: 'Not sent' }

/** Why somebody heard nothing, in the merchant's words. */
export const REASONS: Readonly<Record<string, string>> = {
  'not-active': 'it is switched off',
  'of-offer': 'it came of an offer itself',
  'saw-offer': 'an offer was seen after paying',
  'accepted-offer': 'an offer was accepted after paying',
  'not-first': 'it was not the shopper’s first order',
  'not-known': 'it is not known whether it was the shopper’s first order',
  cancelled: 'the order was cancelled',
  'not-paid': 'it is not paid yet',
  refunded: 'everything was refunded, taken out or sent back',
  returned: 'everything was sent back',
  returning: 'all of it is being sent back',
  'about-returned': 'what it was about is being sent back',
  'bought-again': 'the shopper has bought again meanwhile',
  'had-other': 'another message about the order went first',
  'too-late': 'it would have come too late',
  'nothing-to-offer': 'nothing fitted',
  'no-address': 'the order has no address for it',
  'no-consent': 'the shopper has not agreed to marketing',
  unsubscribed: 'the shopper has unsubscribed',
  bounced: 'the address is dead',
  complained: 'the shopper called an earlier message spam',
  merchant: 'you stopped it',
  redacted: 'the shopper’s data was erased',
  failed: 'it could not be sent',
}

export const FAULTS: Readonly<Record<LintFault, (found: string) => string>> = {
  placeholder: (found) => `“${found}” is nothing that Encore can fill in.`,
  leading: (found) => `“${found}” asks for a particular opinion. Leave reviews to the review requests.`,
  reply: (found) => `“${found}” poses as an answer. The law wants an honest subject.`,
  pressing: (found) => `“${found}” presses without a reason: the offer stands for days.`,
}
