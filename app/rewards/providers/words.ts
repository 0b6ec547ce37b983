/** What the pages of review apps say, in English. */
export const words = {
  noReview: 'It tells of no review',
  unheeded: {
    deleted: 'The review was deleted; a reward is for having written it and stays',
    spam: 'The review app took it for spam',
    'of-the-shop': 'It is a review of the shop, not of a product: those are never rewarded',
    'unknown-product': 'Encore knows no such product in this shop',
    'nobody-to-thank': 'It names neither an e-mail address nor a customer: nobody could be sent a code',
    unproven: 'Nothing proves it: no order of this product by this shopper was found',
    'not-yet-fulfilled': 'It is not signed, and the order it belongs to is not paid and fulfilled yet',
  },
} as const
