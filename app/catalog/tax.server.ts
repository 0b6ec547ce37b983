import { db } from '../platform/db.server.ts'

const LATEST = 200 // orders that are looked at

/**
 * The tax that most lines of the latest orders within the shop's own country bore, to a tenth of a percent, and whether prices held it.
 * Null where none bore any, or no order came yet.
 */
export async function readTax(shop: string): Promise<{ rate: number; included: boolean } | null> {
  const [found] = await db.$queryRaw<{ rate: number; included: boolean }[]>`
    select mode() within group (order by t.rate)::float8 as rate, o.taxes_included as included
    from (
      select o.id, o.taxes_included from "order" o join shop s using (shop)
      where o.shop = ${shop} and o.country = s.country and o.cancelled_at is null
      order by o.processed_at desc limit ${LATEST}
    ) o
    join order_line l on l.shop = ${shop} and l.order_id = o.id
    cross join lateral (select l.unit_price * l.quantity - l.discount - case when o.taxes_included then l.tax else 0 end as net) n
    cross join lateral (select round(l.tax::numeric / n.net, 3) as rate where n.net > 0) t
    where l.tax > 0
    group by o.taxes_included
    order by count(*) desc limit 1`
  return found ?? null
}
