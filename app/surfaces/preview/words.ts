import type { WhyClosed } from '#app/offers/funnel.ts'

const BECAUSE: Record<WhyClosed, string> = {
  deleted: 'what it offers is no longer in the shop',
  archived: 'what it offers is archived',
  unpublished: 'what it offers is not on the online store',
  'sold-out': 'what it offers is sold out',
  'cap-reached': 'the offer has been accepted as often as it may',
  'budget-reached': 'the offer’s budget is spent',
  'met-before': 'a shopper who has answered it elsewhere does not see it again',
  'had-enough': 'a shopper who has accepted it as often as allowed does not see it',
  'plan-gone': 'the selling plan that it sells by is no longer in the shop, or no longer paid with each delivery',
  'in-order': 'what it offers is in the order already',
  'nothing-fits': 'nothing of the list is in stock',
  'order-has-subscription': 'the order has a subscription already',
}

export const PREVIEW_WORDS = {
  title: 'Preview',
  language: 'Language',
  place: 'Page',
  places: { 'post-purchase': 'After payment', 'thank-you': 'Thank-you page', 'order-status': 'Order’s page' },
  elsewhere: 'Shoppers do not meet this offer here: you chose other places for it.',
  phone: 'Phone',
  desktop: 'Computer',
  again: 'Start again',
  loading: 'Loading the preview',
  empty: 'Choose what to offer, and see here what the shopper will see.',
  failed: 'The preview could not be shown. What you wrote is not affected.',
  done: 'Here the shopper goes on to the order confirmation.',
  theme: 'Fonts, colors and corners are those of your checkout’s branding in Shopify, which no app can change here.',
  madeUp: 'You have no offer yet: this one is made up.',
  note: 'Press its buttons to walk through the steps. Nothing is bought.',
  firstName: 'Alex',
  named: (name: string) => `${name} stands for the first name of a shopper who has ordered before. Others read the sentence without it.`,
  noTax: 'Tax is left out, because no order within the shop’s country has borne any so far.',
  taxed: (rate: number) =>
    `Tax is counted as in the shop’s latest orders: ${(100 * rate).toLocaleString('en', { maximumFractionDigits: 1 })} %.`,
  frame: 'What the shopper sees',
  unfinished: (step: number) => `Step ${step} is left out: it is not finished yet.`,
  closed: (step: number, because: WhyClosed) => `Shoppers do not see step ${step} now: ${BECAUSE[because]}.`,
} as const
