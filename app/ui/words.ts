/** What the pieces that every page shares say, in English. */
export const words = {
  andMore: (count: number) => `and ${count.toLocaleString('en')} more`,
  notDownloadedTryAgain: 'Not downloaded: try again',
  oneMoment: 'One moment…',
  tryAgain: 'Try again',
  notFound: 'Not found',
  somethingWentWrong: 'Something went wrong',
  encore: 'Encore',
  thereIsNothingAtThisAddress: 'There is nothing at this address',
  itMayHaveBeenDeletedOr: 'It may have been deleted, or the link is old. Choose a page from the menu.',
  encoreCouldNotLoadThisPage: 'Encore could not load this page',
  yourOffersAndOrdersAreNot:
    'Your offers and orders are not affected. If it happens again, look at Encore’s log for the time of this message.',
  offers: 'Offers',
  orders: 'Orders',
  analytics: 'Analytics',
  settings: 'Settings',
  add: (what: string) => `Add “${what}”`,
  offerSaved: 'Offer saved',
  save: 'Save',
  discard: 'Discard',
}
