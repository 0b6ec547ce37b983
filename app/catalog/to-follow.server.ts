import { pool } from '../platform/db.server.ts'
import type { ShopifyId } from '../values/ids.ts'
import { isReturning } from './returning.ts'

interface OrderKnown {
  orderId: ShopifyId
  name: string
  customerId: ShopifyId | null
  checkoutToken: string | null
  placedAt: Date
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
  /** Units that she still has, after refunds and removals. */
  left: number
  /** A parcel of it is on its way. */
  hasLeft: boolean
  /** Something of it is on its way back. */
  returning: boolean
  /** It came of a link of ours. */
  ofLink: boolean
  productIds: ShopifyId[]
  /** Of her earlier orders. */
  hadBefore: ShopifyId[]
}

const READ = `
  select o.id as "orderId", o.name, o.customer_id as "customerId", o.checkout_token as "checkoutToken", o.processed_at as "placedAt",
    o.cancelled_at is not null as cancelled, o.currency, o.presentment_currency as "paidIn", o.email, o.phone, o.first_name as "firstName",
    coalesce(o.locale, c.locale) as locale, o.country, o.region, lower(c.consent) as consent, lower(c.sms_consent) as "smsConsent",
    case when c.summary_at > 'epoch' then c.order_count end as counted,
    coalesce(h.earlier, 0) as earlier, coalesce(h.later, 0) as later, h.next_at as "nextOrderAt", coalesce(h.had, '{}') as "hadBefore",
    o.product_ids as "productIds", o.return_status as "returnStatus", o.offer_ref is not null as "ofLink",
    coalesce((select sum(greatest(0, least(l.current_quantity, l.quantity - coalesce((select sum(r.quantity) from refund_line r
        where r.shop = l.shop and r.order_id = l.order_id and r.line_id = l.id), 0))))
      from order_line l where l.shop = o.shop and l.order_id = o.id), 0)::int as "left",
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
  const { rows } = await pool.query<Omit<OrderKnown, 'returning'> & { returnStatus: string | null }>(READ, [shop, orderIds])
  return rows.map(({ returnStatus, ...row }) => ({ ...row, returning: isReturning(returnStatus) }))
}
