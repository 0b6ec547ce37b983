/** What the list of orders says, in English. */
export const words = {
  orders: 'Orders',
  whyEachOrderSawAnOffer: 'Why each order saw an offer, or none',
  searchOrdersByName: 'Search orders by name',
  searchByNameSuchAs1001: 'Search by name, such as #1001',
  order: 'Order',
  placed: 'Placed',
  payment: 'Payment',
  total: 'Total',
  noOrderHasThisName: 'No order has this name',
  noOrderYet: 'No order yet',
  searchForTheWholeNameOr: 'Search for the whole name or its beginning, such as #10.',
  ordersAppearHereAsTheyAre: 'Orders appear here as they are placed, and earlier ones while Encore reads them.',
}
