import { COUNTRIES, COUNTS, LOAD } from './counts.ts'

const LIFE = ['web', 'pos', 'other']
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const all = (...rules: object[]) => ({ kind: 'all', rules })
const any = (...rules: object[]) => ({ kind: 'any', rules })
const none = (...rules: object[]) => ({ kind: 'none', rules })

const products = (n: number, many: number) =>
  Array.from({ length: many }, (_, step) => `${1 + ((n * 37 + step * 4_001) % COUNTS.products)}`)
const variants = (n: number) => [0, 1, 2].map((step) => `${1_000_001 + ((n * 53 + step * 977) % COUNTS.products)}`)

/** Of what was bought: each lets few through. */
const NARROW: readonly ((n: number) => object)[] = [
  (n) => ({ kind: 'product', productIds: products(n, 5) }),
  (n) => ({ kind: 'variant', variantIds: variants(n) }),
  (n) => ({ kind: 'quantity', productIds: products(n, 5), atLeast: 1, atMost: null }),
  (n) => ({ kind: 'product-tag', tags: [`Tag ${n % 200}`] }),
  (n) => ({ kind: 'product-type', types: [`Type ${n % 50}`] }),
  (n) => ({ kind: 'vendor', vendors: [`Vendor ${n % 50}`] }),
  (n) => ({ kind: 'collection', collectionIds: [`${1 + (n % COUNTS.collections)}`] }),
]

/** All other kinds: of the order, the shopper, her journey and the time. */
const OTHERS: readonly ((n: number) => object)[] = [
  (n) => ({ kind: 'order-value', atLeast: 2_000 + (n % 50) * 100, atMost: null }),
  (n) => ({ kind: 'items', atLeast: 1, atMost: 1 + (n % 5) }),
  (n) => ({ kind: 'presentment-value', currency: 'EUR', atLeast: 1_000 + (n % 50) * 100, atMost: null }),
  (n) => ({ kind: 'country', countries: [0, 1, 2, 3, 4].map((step) => COUNTRIES[(n + step) % 10]) }),
  () => ({ kind: 'currency', currencies: ['EUR', 'USD'] }),
  () => ({ kind: 'language', languages: ['en', 'ar'] }),
  (n) => ({ kind: 'order-count', is: n % 2 ? 'returning' : 'first-time' }),
  (n) => ({ kind: 'order-number', atLeast: 1, atMost: 3 + (n % 5) }),
  (n) => ({ kind: 'lifetime-spend', atLeast: (n % 10) * 1_000, atMost: null }),
  (n) => ({ kind: 'customer-tag', tags: [`Group ${n % 20}`] }),
  (n) => ({ kind: 'bought-before', did: n % 2 ? 'never' : 'bought', productIds: products(n, 5), days: n % 3 ? null : 90 }),
  (n) => ({ kind: 'subscription', is: n % 4 ? 'never' : 'active' }),
  (n) => ({ kind: 'consent', is: n % 3 ? 'given' : 'not-given' }),
  (n) => ({ kind: 'discount-code', codes: n % 2 ? [] : [`CODE${n % 20}`] }),
  (n) => ({ kind: 'discount-share', atLeast: null, atMost: 10 + (n % 40) }),
  (n) => ({ kind: 'shipping-method', methods: [n % 2 ? 'standard' : 'express'] }),
  (n) => ({ kind: 'region', regions: ['US-CA', `US-${['NY', 'TX', 'WA'][n % 3]}`] }),
  (n) => ({ kind: 'channel', channel: LIFE[n % 20] ?? 'web' }),
  (n) => ({ kind: 'utm', parameter: 'source', values: [`source${n % 10}`] }),
  (n) => ({ kind: 'landing-page', parts: [n % 2 ? '/products' : '/collections'] }),
  (n) => ({ kind: 'earlier-offer', did: 'declined', offerIds: [`offer-${(n * 7) % COUNTS.offers}`] }),
  (n) => ({ kind: 'random-share', percent: 50 + (n % 50), salt: `salt-${n}` }),
  () => ({ kind: 'date', from: '2020-01-01', until: null }),
  () => ({ kind: 'time-of-day', from: '00:00', until: '23:59' }),
  (n) => ({ kind: 'weekday', days: DAYS.filter((_, day) => day !== n % 7) }),
  () => ({ kind: 'reviewed', productIds: ['1'] }),
]

/** One level: what was bought, for how much, where to and by whom. */
const SIMPLE: readonly ((n: number) => object)[] = [
  (n) => ({ kind: 'product', productIds: products(n, 5) }),
  (n) => ({ kind: 'variant', variantIds: variants(n) }),
  (n) => ({ kind: 'collection', collectionIds: [`${1 + (n % COUNTS.collections)}`] }),
]
const BESIDES: readonly ((n: number) => object)[] = [
  (n) => ({ kind: 'order-value', atLeast: 2_000 + (n % 50) * 100, atMost: null }),
  (n) => ({ kind: 'country', countries: [0, 1, 2, 3, 4].map((step) => COUNTRIES[(n + step) % 10]) }),
  (n) => ({ kind: 'order-count', is: n % 2 ? 'returning' : 'first-time' }),
]

function simpleRulesOf(n: number): object {
  const besides = [BESIDES[n % 3]!(n), BESIDES[(n + 1) % 3]!(n)]
  return n % 5 > 2 ? any(SIMPLE[n % 3]!(n), ...besides) : all(SIMPLE[n % 3]!(n), ...besides)
}

/** Ten conditions, three levels deep: two that the purchase must meet, and of the rest some that it may and some that it must not. */
export function rulesOf(n: number): object {
  if (LOAD === 'simple') return simpleRulesOf(n)
  const other = (step: number) => OTHERS[(n * 5 + step * 11) % OTHERS.length]!(n + step)
  const narrow = NARROW[n % NARROW.length]!(n)
  const asking = [any(other(0), other(1), all(other(2), other(3))), none(all(other(4), other(5), other(6))), any(other(7), none(other(8)))]
  return n % 5 > 2 ? all(any(narrow, ...asking.slice(0, 1)), ...asking.slice(1)) : all(narrow, ...asking)
}
