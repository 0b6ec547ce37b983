import type { Assurances } from './assurances.ts'

export const en: Assurances = {
  intro: '{shop} collects reviews with Encore, an open-source app. This page says how, and what the marks mean.',
  verified:
    '“Verified buyer” means that we found the order: the review was written through a link sent to the buyer after delivery, or the order was matched otherwise. No other review carries this mark.',
  open: 'Visitors may write reviews too. Their purchase could not be checked, so their reviews carry no mark.',
  closed: 'Only buyers whom we asked can write a review.',
  all: 'We publish good and bad reviews alike. A review is hidden only as spam, abuse, personal details, off topic or unlawful, and each time the reason is recorded. A low rating is never a reason, and nobody but the writer can change a rating.',
  partial: 'Some reviews are not shown because of their rating. The average and the list are therefore not a picture of all opinions.',
  rewards:
    'Some reviewers receive a reward, such as a discount on the next order. It is the same for any honest review, positive or negative, and every such review says so.',
  noRewards: 'We give nothing in return for reviews.',
  imported:
    'Reviews that were brought along from another review app say so. We could not check them ourselves and never call them verified.',
  edited: 'If a text was edited afterwards, for example to take out personal details, the review says so.',
  average: 'The average counts every published review once, rewarded and imported ones included.',
}
