export const SHOP = 'bench.myshopify.com'
export const COUNTS = { products: 20_000, customers: 100_000, orders: 200_000, checkouts: 100_000, collections: 50, offers: 1_000 }
/** `full`: ten nested rules of every kind for each offer, and best matches. `simple`: three rules on one level, of what a first shop asks. */
export const LOAD = process.env['BENCH_LOAD'] === 'simple' ? 'simple' : 'full'
export const EVERYTHING = `${COUNTS.collections + 1}` // the collection that holds every product
export const COUNTRIES = ['DE', 'FR', 'NL', 'AT', 'GB', 'US', 'KW', 'JP', 'IT', 'ES']

/** The purchase with this number, as Shopify's token names it. */
export const referenceOf = (number: number): string => `purchase-${number}-${'0'.repeat(20)}`
