import { pool } from '../platform/db.server.ts'
import type { ShopifyId } from '../values/ids.ts'
import { LINE_GOING } from './going-sql.ts'
import { leftOf, type LineGoing, type LineLeft } from './returning.ts'

interface OrderKnown {
  orderId: ShopifyId
  name: string
  customerId: ShopifyId | null
  checkoutToken: string | null
  placedAt: Date
  /** Null: a merchant drafted it, and something of it is still due. */
  boughtAt: Date | null
  cancelled: boolean
  currency: string
  paidIn: string
  email: string | null
  phone: string | null
  firstName: string | null
  locale: string | null
  country: string | null
  region: string | null
  consent: string | null
  smsConsent: string | null
  /** Orders that the customer has placed, as Shopify counts them; null: not told. */
  counted: number | null
  earlier: number
  later: number
  nextOrderAt: Date | null
  /** What is in it: units that she still has of each product, and how many of these are going back. */
  goods: ({ productId: ShopifyId | null } & LineLeft)[]
  /** A parcel of it is on its way. */
  hasLeft: boolean
  /** It came of a link of ours. */
  ofLink: boolean
  productIds: ShopifyId[]
  /** Of her earlier orders. */
  hadBefore: ShopifyId[]
}

// Who goes through a checkout has bought, however she pays. What a merchant drafts is a proposal until it is paid.
const BOUGHT_AT = `case
  when o.source_name is distinct from 'shopify_draft_order' then o.processed_at
  when o.financial_status in ('pending', 'partially_paid', 'voided', 'expired') then null
  else greatest(o.processed_at, (select max(t.processed_at) from order_transaction t
    where t.shop = o.shop and t.order_id = o.id and t.status = 'success' and t.kind in ('sale', 'capture'))) end`

const READ = `
  select o.id as "orderId", o.name, o.customer_id as "customerId", o.checkout_token as "checkoutToken", o.processed_at as "placedAt", ${BOUGHT_AT} as "boughtAt",
    o.cancelled_at is not null as cancelled, o.currency, o.presentment_currency as "paidIn", o.email, o.phone, o.first_name as "firstName",
    coalesce(o.locale, c.locale) as locale, o.country, o.region, lower(c.consent) as consent, lower(c.sms_consent) as "smsConsent",
    case when c.summary_at > 'epoch' then c.order_count end as counted,
    coalesce(h.earlier, 0) as earlier, coalesce(h.later, 0) as later, h.next_at as "nextOrderAt", coalesce(h.had, '{}') as "hadBefore",
    o.product_ids as "productIds", o.offer_ref is not null as "ofLink",
    coalesce((select json_agg(json_build_object('productId', l.product_id, ${LINE_GOING}) order by l.id)
      from order_line l where l.shop = o.shop and l.order_id = o.id), '[]') as lines,
    exists (select from fulfillment f where f.shop = o.shop and f.order_id = o.id and f.status not in ('cancelled', 'error', 'failure')) as "hasLeft"
  from "order" o left join customer c on c.shop = o.shop and c.id = o.customer_id
  left join lateral (
    select count(*) filter (where e.processed_at < o.processed_at)::int as earlier, count(*) filter (where e.processed_at > o.processed_at)::int as later,
      min(e.processed_at) filter (where e.processed_at > o.processed_at) as next_at,
      array(select distinct unnest(x.product_ids) from "order" x
        where x.shop = o.shop and x.customer_id = o.customer_id and x.processed_at < o.processed_at) as had
    from "order" e where e.shop = o.shop and e.customer_id = o.customer_id and e.id <> o.id
  ) h on true
  where o.shop = $1 and o.id = any($2)`

/** Everything of these orders that decides what their buyers hear afterwards. */
export async function readOrdersToFollow(shop: string, orderIds: readonly ShopifyId[]): Promise<OrderKnown[]> {
  const { rows } = await pool.query<Omit<OrderKnown, 'goods'> & { lines: ({ productId: ShopifyId | null } & LineGoing)[] }>(READ, [
    shop,
    orderIds,
  ])
  return rows.map(({ lines, ...row }) => ({ ...row, goods: lines.map(({ productId, ...going }) => ({ productId, ...leftOf(going) })) }))
}
