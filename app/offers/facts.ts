import { z } from 'zod'
import type { Truth } from './truth.ts'

const id = z.string().regex(/^\d+$/)
const count = z.number().int().nonnegative()

export interface PurchasedLine {
  productId: string
  variantId: string
  quantity: number
  total: number
}
const Line = z
  .tuple([id, id, count, count])
  .transform(([productId, variantId, quantity, total]): PurchasedLine => ({ productId, variantId, quantity, total }))

const Bounded = z.object({ atLeast: count, atMost: count.nullable() })
const texts = z.array(z.string())
const text = z.string().nullable().default(null)

/**
 * What is known of one purchase when an offer is chosen for it. Kept with the placement so that every verdict can be recomputed:
 * it therefore holds no name of a shopper, and of what has many values (tags, codes, earlier purchases ...) only those that a rule
 * named at that time. Null: not known. This is how it is read back; see `storedFacts`.
 */
export const Facts = z.object({
  lines: z.array(Line).default([]),
  total: count.nullable().default(null), // minor units of the shop's currency, tax and shipping included; null: in another currency
  currency: text, // ISO 4217, which the shopper paid in
  presentmentTotal: count.nullable().default(null), // minor units of that
  country: text, // ISO 3166, where it is shipped to
  region: text, // ISO 3166-2
  language: text, // BCP 47: `de`, `pt-BR`
  collections: texts.default([]), // named by a rule and holding a product of the purchase
  unknownCollections: texts.default([]), // named by a rule but missing in our mirror
  traits: texts.default([]), // named by a rule and true of a product of the purchase, see `traitCheck`
  unmirrored: z.boolean().default(false), // a product of the purchase is missing in our mirror
  unread: texts.default([]), // metafields that a rule names and that we have not read yet
  codes: z.object({ any: z.boolean(), named: texts }).nullable().default(null), // discount codes
  discountShare: z.number().nullable().default(null), // percent of the goods' full price
  shippingMethod: text,
  channel: text,
  utm: texts.nullable().default(null),
  landing: text, // path of the page on which she arrived
  // Orders of this shopper before this one, as bounds: our copies of the order and of the customer's counter arrive apart.
  earlierOrders: Bounded.nullable().default(null), // null: a guest, or nothing is known of her
  spent: Bounded.nullable().default(null), // before this order, in minor units of the shop's currency
  customerTags: texts.nullable().default(null),
  consent: z.boolean().nullable().default(null), // to marketing e-mails
  subscriber: text, // Shopify's productSubscriberStatus, or HAS_SUBSCRIBED
  // Of the products that a rule names, how many days ago she last bought each; known for so many days back, null: for all time.
  before: z
    .object({ days: count.nullable(), products: z.array(z.tuple([id, count])) })
    .nullable()
    .default(null),
  offers: texts.nullable().default(null), // `saw:`, `accepted:`, `declined:` and an offer that a rule names
  reviewed: texts.nullable().default(null), // products
  dice: count.nullable().default(null), // from who she is, for random shares
  at: text, // 2026-11-22T18:30 in the shop's time zone
})
export type Facts = z.infer<typeof Facts>

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

export const NO_FACTS: Facts = Facts.parse({})

/**
 * As they are kept: without what is not known, so that most purchases need a few hundred bytes. Undefined rather than left out: JSON has
 * neither, and an object that always has the same fields costs V8 a quarter less to make and to write.
 */
export function storedFacts(facts: Facts): Record<keyof Facts, Json | undefined> {
  return {
    lines: facts.lines.map(({ productId, variantId, quantity, total }) => [productId, variantId, quantity, total]),
    total: known(facts.total),
    currency: known(facts.currency),
    presentmentTotal: known(facts.presentmentTotal),
    country: known(facts.country),
    region: known(facts.region),
    language: known(facts.language),
    collections: some(facts.collections),
    unknownCollections: some(facts.unknownCollections),
    traits: some(facts.traits),
    unmirrored: facts.unmirrored || undefined,
    unread: some(facts.unread),
    codes: known(facts.codes),
    discountShare: known(facts.discountShare),
    shippingMethod: known(facts.shippingMethod),
    channel: known(facts.channel),
    utm: known(facts.utm),
    landing: known(facts.landing),
    earlierOrders: known(facts.earlierOrders),
    spent: known(facts.spent),
    customerTags: known(facts.customerTags),
    consent: known(facts.consent),
    subscriber: known(facts.subscriber),
    before: known(facts.before),
    offers: known(facts.offers),
    reviewed: known(facts.reviewed),
    dice: known(facts.dice),
    at: known(facts.at),
  }
}

const known = <Value>(value: Value | null): Value | undefined => value ?? undefined
const some = <One>(values: One[]): One[] | undefined => (values.length > 0 ? values : undefined)

/** What an order count can be said of: at least `count` earlier orders? */
export function hasEarlierOrders(facts: Facts, least: number): Truth {
  if (!facts.earlierOrders) return 'unknown'
  const { atLeast, atMost } = facts.earlierOrders
  if (atLeast >= least) return true
  return atMost !== null && atMost < least ? false : 'unknown'
}

/** `pt-BR` -> `pt`. */
export const baseOf = (language: string): string => language.split('-')[0] ?? language

/** What a purchase can be looked up by: rules that name one of these are found without asking the others. */
export const KEYS = [
  'product',
  'variant',
  'collection',
  'trait',
  'country',
  'region',
  'currency',
  'language',
  'code',
  'channel',
  'utm',
  'customer-tag',
  'before',
  'offer',
] as const
export type Key = (typeof KEYS)[number]

export function eachKey(facts: Facts, visit: (key: Key, value: string) => void): void {
  for (const { productId, variantId } of facts.lines) {
    visit('product', productId)
    visit('variant', variantId)
  }
  for (const collection of facts.collections) visit('collection', collection)
  for (const trait of facts.traits) visit('trait', trait)
  for (const code of facts.codes?.named ?? NONE) visit('code', code)
  for (const one of facts.utm ?? NONE) visit('utm', one)
  for (const tag of facts.customerTags ?? NONE) visit('customer-tag', tag)
  for (const one of facts.offers ?? NONE) visit('offer', one)
  for (const [productId] of facts.before?.products ?? []) visit('before', productId)
  if (facts.country) visit('country', facts.country)
  if (facts.region) visit('region', facts.region)
  if (facts.currency) visit('currency', facts.currency)
  if (facts.channel) visit('channel', facts.channel)
  if (facts.language) visit('language', facts.language)
  if (facts.language?.includes('-')) visit('language', baseOf(facts.language))
}

const NONE: readonly string[] = []
