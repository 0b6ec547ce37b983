const pieces = (count: number, title: string) => `${count} × ${title}`

/** What the order's page says of lines that nobody paid for. */
export const words = {
  title: 'Added but not paid',
  explained: 'Shopify added this to the order after the shopper accepted, but could not charge for it. Encore counts nothing for it.',
  owed: (amount: string) => `${amount} before tax is owed for it. You can collect it in Shopify, or take it out of the order.`,
  line: pieces,
  delivery: (title: string, amount: string) => `Shipping line “${title}”, ${amount}`,
  remove: 'Remove from the order…',
  confirmTitle: 'This leaves the order:',
  confirmNote: 'The goods go back into stock. Nothing is refunded, as nothing was paid, and the shopper gets no mail about it.',
  confirm: 'Remove',
  keep: 'Keep',
  planned: 'Being removed',
  plannedNote: 'You can leave this page meanwhile.',
  failed: (reason: string) => `It was not removed. ${reason}`,
  tryAgain: 'Try again…',
  done: (when: string) => `Removed ${when}`,
  doneNote: 'This was taken out of the order because it had not been paid.',
  whyNot: {
    'no-order': 'Shopify does not know this order any more.',
    'paid-meanwhile': 'Nothing is owed on this order any more: it seems to have been paid meanwhile.',
    'not-editable': 'Shopify does not let this order be edited.',
  },
  noLine: 'Shopify does not let this line be edited.',
  refused: (why: string) => `Shopify says: ${why}`,
  unreachable: 'Shopify could not be reached, however often Encore tried.',
  staffNote: 'Encore removed what was added after payment and could not be charged.',
}
