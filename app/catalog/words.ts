const counted = (count: number, what: string) => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

/** What the list of orders and the nightly check say, in English. */
export const words = {
  orders: 'Orders',
  about: 'Why each order saw an offer, or none',
  search: 'Search orders by name',
  searchPlaceholder: 'Search by name, such as #1001',
  order: 'Order',
  placed: 'Placed',
  payment: 'Payment',
  offer: 'Offer',
  total: 'Total',
  notFound: 'No order has this name',
  none: 'No order yet',
  notFoundText: 'Search for the whole name or its beginning, such as #10.',
  returns: 'Returns',
  returnsAbout:
    'What goes back is left out of review requests, and no offer is made about it. As long as something is kept, the rest goes on.',
  goesBack: (count: number) => `${counted(count, 'piece')} on the way back, or the shopper has asked to send it`,
  cameBack: (count: number) => `${counted(count, 'piece')} came back`,
  keepsOf: (kept: number) => (kept === 0 ? 'None is kept' : `Kept: ${kept.toLocaleString('en')}`),
  nights: 'Nightly check',
  nightsAbout: 'Each night Encore compares what it holds with the shop, in case a message from Shopify was lost, and repairs what differs.',
  nightsNone: 'The first check is still to come.',
  nightUnderWay: 'Under way',
  nightFailed: 'Not finished: Encore goes on the next night.',
  nightClean: 'Nothing was lost',
  nightRepaired: (what: string) => `Repaired: ${what}`,
  repaired: {
    products: (count: number) => counted(count, 'product'),
    collections: (count: number) => counted(count, 'collection'),
    customers: (count: number) => counted(count, 'customer'),
    orders: (count: number) => counted(count, 'order'),
  } as Readonly<Record<string, (count: number) => string>>,
  noneText: 'Orders appear here as they are placed, and earlier ones while Encore reads them.',
}
