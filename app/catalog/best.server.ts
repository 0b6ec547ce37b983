import { pool } from '../platform/db.server.ts'
import { DAYS } from '../values/time.ts'

/** A list or a collection that offers choose the best from. */
export interface Source {
  key: string
  collectionId: string | null // null: the products named
  productIds: readonly string[]
}

const WINDOW = 90 * DAYS
const MOST_SELLERS = 1_000
const MOST_OTHERS = 200

/**
 * Of each source the products that can be sold, those first that sold most in the 90 days before today, then by id. A day at a time, so that
 * every process and every repetition ranks alike.
 */
export async function readRanked(shop: string, sources: readonly Source[], now: Date): Promise<ReadonlyMap<string, readonly string[]>> {
  if (sources.length === 0) return new Map()
  const sold = await sellersOf(shop, Math.floor(now.getTime() / DAYS))
  const ranked = sources.map(async (source) => [source.key, (await sellable(shop, source, [...sold.keys()])).sort(bySales(sold))] as const)
  return new Map(await Promise.all(ranked))
}

const bySales = (sold: ReadonlyMap<string, number>) => (a: string, b: string) =>
  (sold.get(b) ?? 0) - (sold.get(a) ?? 0) || a.length - b.length || (a < b ? -1 : 1)

async function sellable(shop: string, { collectionId, productIds }: Source, sellers: readonly string[]): Promise<string[]> {
  const { rows } = collectionId
    ? await pool.query<{ id: string }>(IN_COLLECTION, [shop, collectionId, sellers, MOST_OTHERS])
    : await pool.query<{ id: string }>(NAMED, [shop, productIds])
  return rows.map(({ id }) => id)
}

const SELLABLE = `p.status = 'active' and p.published and p.deleted_at is null
  and exists (select from variant v where v.shop = p.shop and v.product_id = p.id and (not v.tracked or v.oversell or v.stock > 0))`
const NAMED = `select p.id from product p where p.shop = $1 and p.id = any($2::text[]) and ${SELLABLE}`
const MEMBERS = `from collection_product m join product p on p.shop = m.shop and p.id = m.product_id
  where m.shop = $1 and m.collection_id = $2 and ${SELLABLE}
    and exists (select from collection c where c.shop = m.shop and c.id = m.collection_id and c.deleted_at is null)`
const IN_COLLECTION = `
(select p.id ${MEMBERS} and m.product_id = any($3::text[]))
union
(select p.id ${MEMBERS} order by length(m.product_id), m.product_id limit $4)`

interface Sales {
  day: number
  sold: Promise<ReadonlyMap<string, number>>
}
const MOST_SHOPS = 200
const known = new Map<string, Sales>()

function sellersOf(shop: string, day: number): Promise<ReadonlyMap<string, number>> {
  const held = known.get(shop)
  if (held?.day === day) return held.sold
  const sold = querySellers(shop, day)
  known.delete(shop)
  known.set(shop, { day, sold })
  sold.catch(() => known.delete(shop))
  const [oldest] = known.keys()
  if (known.size > MOST_SHOPS && oldest !== undefined) known.delete(oldest)
  return sold
}

async function querySellers(shop: string, day: number): Promise<ReadonlyMap<string, number>> {
  const until = day * DAYS
  const { rows } = await pool.query<{ id: string; sold: number }>(
    `select l.product_id as id, sum(l.quantity)::int as sold from "order" o join order_line l on l.shop = o.shop and l.order_id = o.id
     where o.shop = $1 and o.processed_at >= $2 and o.processed_at < $3 and o.cancelled_at is null and l.product_id is not null
     group by l.product_id order by sold desc, l.product_id limit ${MOST_SELLERS}`,
    [shop, new Date(until - WINDOW), new Date(until)],
  )
  return new Map(rows.map(({ id, sold }) => [id, sold]))
}
