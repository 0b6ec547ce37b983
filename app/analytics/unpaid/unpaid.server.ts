import { now } from '#app/platform/clock.server.ts'
import { pool } from '#app/platform/db.server.ts'
import { money, type Money } from '#app/values/money.ts'
import { later, MINUTES } from '#app/values/time.ts'

/** Lines that Shopify added to an order but could not charge for, as it does when a changeset is `partially_processed`. */
export interface UnpaidOrder {
  id: string
  name: string
  lines: string // their titles
  owed: Money // without tax
}

// A charge's own webhook may come after the order's; what the shopper's browser reported need not be waited for.
const PAYMENT_MAY_BE_LATE = 15 * MINUTES
const MOST = 20

const UNPAID = `
select o.id, o.name, string_agg(l.title, ', ' order by l.id) as lines, sum(e.unpaid)::float8 as amount, e.currency
from earning e
join "order" o on o.shop = e.shop and o.id = e.order_id
join order_line l on l.shop = e.shop and l.order_id = e.order_id and l.id = e.line_id
join changeset c on c.shop = e.shop and c.id = e.changeset_id
where e.shop = $1 and e.unpaid > 0 and e.kept > 0 and (c.reported = 'partially_processed' or e.accepted_at < $2)
group by o.id, o.name, o.processed_at, e.currency order by o.processed_at desc limit $3`

export async function listUnpaid(shop: string): Promise<UnpaidOrder[]> {
  const { rows } = await pool.query<Omit<UnpaidOrder, 'owed'> & { amount: number; currency: string }>(UNPAID, [
    shop,
    later(now(), -PAYMENT_MAY_BE_LATE),
    MOST,
  ])
  return rows.map(({ amount, currency, ...order }) => ({ ...order, owed: money(amount, currency) }))
}
