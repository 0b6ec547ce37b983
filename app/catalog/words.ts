/** What the list of orders says, in English. */
export const words = {
  orders: 'Orders',
  about: 'Why each order saw an offer, or none',
  search: 'Search orders by name',
  searchPlaceholder: 'Search by name, such as #1001',
  order: 'Order',
  placed: 'Placed',
  payment: 'Payment',
  total: 'Total',
  notFound: 'No order has this name',
  none: 'No order yet',
  notFoundText: 'Search for the whole name or its beginning, such as #10.',
  noneText: 'Orders appear here as they are placed, and earlier ones while Encore reads them.',
}
