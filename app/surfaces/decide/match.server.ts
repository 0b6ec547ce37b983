import { matcher, type ShopThen } from '#app/offers/match.ts'
import type { MatchCursor } from '#app/offers/requests.ts'
import { conditionsIn, namedBy, type Group } from '#app/offers/rules/rules.ts'
import { askedBy, marksByProduct } from '#app/offers/told.ts'
import { db } from '#app/platform/db.server.ts'
import { DAYS, later, MINUTES } from '#app/values/time.ts'
import type { CatalogReads, PastOrderReads } from '../catalog-reads.ts'

const LAST_DAYS = 30
export const PAGE = 5_000

/** How far a count has come; the one who counts adds the pages up, and stops by not asking for the next. */
export interface MatchPage {
  orders: number // looked at in this page
  matched: number
  total: number // of the last 30 days, when the count began
  cursor: MatchCursor | null // where the next page begins; null: that was all
}

let reads: CatalogReads & PastOrderReads
/** Handed in by the wiring. */
export const matchBy = (given: CatalogReads & PastOrderReads): void => void (reads = given)

/** How many of the last 30 days' orders these rules would have let through, one page of orders at a time, the latest first. */
export async function countMatches(shop: string, rules: Group, cursor: MatchCursor | null, now: Date): Promise<MatchPage> {
  const since = cursor ? new Date(cursor.since) : later(now, -LAST_DAYS * DAYS)
  const from = cursor && { at: new Date(cursor.at), id: cursor.id }
  const [then, total] = await Promise.all([scopeOf(shop, rules, now), cursor?.total ?? reads.countPastOrders(shop, since)])
  const page = await reads.readPastOrders(shop, since, from, PAGE, wishOf(rules, then))
  const matches = matcher(rules, then)
  const matched = page.reduce((sum, order) => sum + (matches(order) ? 1 : 0), 0)
  const last = page.at(-1)
  const more = last && page.length === PAGE
  return {
    orders: page.length,
    matched,
    total,
    cursor: more ? { since: since.toISOString(), total, at: last.at.toISOString(), id: last.id } : null,
  }
}

const MOST_HELD = 20
const held = new Map<string, { until: number; scope: Promise<ShopThen> }>()

/** The same for every page of one count, and a count takes seconds. */
function scopeOf(shop: string, rules: Group, now: Date): Promise<ShopThen> {
  const key = JSON.stringify([shop, rules])
  const before = held.get(key)
  if (before && before.until > now.getTime()) return before.scope
  if (held.size >= MOST_HELD) held.clear()
  const scope = readScope(shop, rules)
  held.set(key, { until: now.getTime() + MINUTES, scope })
  scope.catch(() => held.delete(key))
  return scope
}

async function readScope(shop: string, rules: Group): Promise<ShopThen> {
  const { named, needs } = askedBy([rules])
  const [row, collections, traits, { ordersComplete }] = await Promise.all([
    db.shop.findUnique({ where: { shop }, select: { currency: true, timeZone: true } }),
    reads.readMembers(shop, namedBy(rules, 'collections')),
    reads.readTraits(shop, [...named.traits]),
    reads.readCompleteness(shop),
  ])
  return {
    named,
    needs,
    ordersComplete,
    currency: row?.currency ?? '',
    timeZone: row?.timeZone ?? 'UTC',
    marksOf: marksByProduct(collections.members, traits.members),
    unknownCollections: namedBy(rules, 'collections').filter((id) => !collections.known.includes(id)),
    unread: traits.unread,
  }
}

const OF_SHOPPER = ['customer-tag', 'consent', 'subscription']
const OF_COUNTS = ['order-count', 'order-number', 'lifetime-spend']

function wishOf(rules: Group, { named }: ShopThen) {
  const kinds = new Set<string>([...conditionsIn(rules)].map(({ kind }) => kind))
  return {
    shopper: OF_SHOPPER.some((kind) => kinds.has(kind)),
    counts: OF_COUNTS.some((kind) => kinds.has(kind)),
    products: [...named.before],
  }
}
