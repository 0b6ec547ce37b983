import { now } from '../platform/clock.server.ts'
import type { PersonalRecords } from '../platform/shopify/personal.ts'
import { buryCustomers } from './mirror/customers.server.ts'
import { OF_NOBODY } from './mirror/records.ts'

/** Customers, orders and checkouts of one shopper. */
export const catalogRecords: PersonalRecords = {
  async collect(tx, { shop, customerId, orderIds }) {
    const customer = await tx.$queryRaw`select to_jsonb(c) as row from customer c where shop = ${shop} and id = ${customerId}`
    const orders = await tx.$queryRaw`
      select to_jsonb(o) || jsonb_build_object('lines', coalesce(lines, '[]')) as row
      from "order" o left join lateral (
        select jsonb_agg(to_jsonb(l)) as lines from order_line l where l.shop = o.shop and l.order_id = o.id) l on true
      where o.shop = ${shop} and (o.customer_id = ${customerId} or o.id = any(${orderIds}))`
    const checkouts = await tx.$queryRaw`select to_jsonb(c) as row from checkout c where shop = ${shop} and customer_id = ${customerId}`
    return { customer: rowsOf(customer), orders: rowsOf(orders), checkouts: rowsOf(checkouts) }
  },
  async redact(tx, { shop, customerId, orderIds }) {
    const of = { shop, OR: [{ customerId }, { id: { in: [...orderIds] } }] }
    const orders = await tx.order.updateMany({ where: of, data: OF_NOBODY })
    const checkouts = await tx.checkout.deleteMany({ where: { shop, customerId } })
    // An empty tombstone: a webhook that comes late must not bring her back.
    await buryCustomers(tx, shop, [customerId], now())
    const gone = { tags: [], tagChanges: {}, orderCount: 0, spent: 0, locale: null, consent: null, smsConsent: null, subscriber: null }
    const customers = await tx.customer.updateMany({ where: { shop, id: customerId }, data: gone })
    return orders.count + checkouts.count + customers.count
  },
}

const rowsOf = (answer: unknown): unknown[] => (answer as { row: unknown }[]).map(({ row }) => row)
