import { pool } from '../platform/db.server.ts'

/** What of past orders is to be read beside the order and its lines. */
export interface PastWish {
  shopper: boolean // her tags, consent and subscriptions
  counts: boolean // her orders and spending before it
  products: readonly string[] // which of these she had bought by then
}

export interface PastCursor {
  at: Date
  id: string
}

/** Orders since a day, the latest first, a page at a time. Test orders and cancelled ones count: offers would have met them too. */
export async function readPastOrders(shop: string, since: Date, before: PastCursor | null, most: number, wish: PastWish) {
  const { rows } = await pool.query<ReadRow>({
    name: `past-orders-${wish.shopper}-${wish.counts}-${wish.products.length > 0}`,
    text: sql(wish),
    values: [shop, since, before?.at ?? null, before?.id ?? '', most, ...(wish.products.length > 0 ? [wish.products] : [])],
  })
  return rows.map(toldOf)
}

const toldOf = ({ past, ...row }: ReadRow): PastRow => ({
  ...row,
  before: past && past.flatMap(([seconds, ids]) => ids.map((id): [string, number] => [id, Math.round(seconds * 1_000)])),
})

export async function countPastOrders(shop: string, since: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*) from "order" where shop = $1 and processed_at >= $2', [shop, since])
  return rows[0]?.count ?? 0
}

interface PastRow {
  id: string
  at: Date
  customerId: string | null
  currency: string
  total: number
  presentmentCurrency: string
  presentmentTotal: number | null
  country: string | null
  region: string | null
  locale: string | null
  codes: string[]
  shippingMethod: string | null
  landingPage: string | null
  sourceName: string | null
  lines: [string | null, string | null, number, number, number][]
  earlierOrders: number | null
  spent: number | null
  tags: string[] | null
  consent: string | null
  subscriber: string | null
  before: [string, number][] | null
}

/** `past`: earlier orders with one of the products that were asked for. */
type ReadRow = Omit<PastRow, 'before'> & { past: [seconds: number, productIds: string[]][] | null }

// One look-up of a shopper's orders serves all that is asked of them.
const earlier = ({ counts, products }: PastWish): string => {
  const asked = [
    ...(counts ? ['count(*) as orders, coalesce(sum(e.original_total), 0)::int8 as spent'] : []),
    ...(products.length > 0
      ? [
          `coalesce(json_agg(json_build_array(date_part('epoch', e.processed_at), e.product_ids)) filter (where e.product_ids && $6), '[]') as past`,
        ]
      : []),
  ]
  return asked.length === 0
    ? ''
    : `left join lateral (
  select ${asked.join()} from "order" e where e.shop = $1 and e.customer_id = o.customer_id and e.processed_at < o.processed_at
) e on true`
}

const sql = (wish: PastWish): string => `
select o.id, o.processed_at as at, o.customer_id as "customerId", o.currency, o.original_total as total,
  o.presentment_currency as "presentmentCurrency", o.presentment_total as "presentmentTotal", o.country, o.region, o.locale,
  o.discount_codes as codes, o.shipping_method as "shippingMethod", o.landing_page as "landingPage", o.source_name as "sourceName",
  coalesce(l.lines, '[]') as lines,
  ${wish.counts ? 'e.orders as "earlierOrders", e.spent' : 'null as "earlierOrders", null as spent'},
  ${wish.shopper ? 'c.tags, c.consent, c.subscriber' : 'null as tags, null as consent, null as subscriber'},
  ${wish.products.length > 0 ? 'e.past' : 'null::json as past'}
from (
  select * from "order" where shop = $1 and processed_at >= $2 and ($3::timestamptz is null or (processed_at, id) < ($3, $4))
  order by processed_at desc, id desc limit $5
) o
left join lateral (
  select json_agg(json_build_array(product_id, variant_id, quantity, unit_price * quantity, discount)) as lines
  from order_line where shop = $1 and order_id = o.id
) l on true
${earlier(wish)}
${wish.shopper ? 'left join customer c on c.shop = $1 and c.id = o.customer_id and c.deleted_at is null' : ''}
order by o.processed_at desc, o.id desc`
