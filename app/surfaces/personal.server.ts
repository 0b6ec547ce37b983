import type { PersonalRecords } from '../platform/shopify/personal.ts'

/** Facts that tell of her more than what she bought this time. */
const PERSONAL: readonly string[] = [
  'country',
  'region',
  'language',
  'earlierOrders',
  'spent',
  'customerTags',
  'consent',
  'subscriber',
  'before',
  'offers',
  'utm',
  'landing',
  'dice',
]

/** What one shopper was offered, saw, and had signed. Linked to her by her customer id and by her order: without those links nothing here says whose it was. */
export const surfaceRecords: PersonalRecords = {
  async collect(tx, { shop, customerId, orderIds }) {
    const rows = await tx.$queryRaw<{ row: unknown }[]>`
      select to_jsonb(p) || jsonb_build_object('events', coalesce(e.rows, '[]'), 'changesets', coalesce(c.rows, '[]')) as row
      from placement p
      left join "order" o on o.shop = p.shop and o.checkout_token = p.reference_id
      left join lateral (select jsonb_agg(to_jsonb(x)) as rows from placement_event x where x.shop = p.shop and x.placement_id = p.id) e on true
      left join lateral (select jsonb_agg(to_jsonb(x)) as rows from changeset x where x.shop = p.shop and x.placement_id = p.id) c on true
      where p.shop = ${shop} and (p.customer_id = ${customerId} or o.customer_id = ${customerId} or o.id = any(${orderIds}))`
    return rows.map(({ row }) => row)
  },
  async redact(tx, { shop, customerId, orderIds }) {
    const [forgotten] = await tx.$queryRaw<{ placements: number }[]>`
      with mine as (
        update placement p set customer_id = null, facts = (p.facts::jsonb - ${PERSONAL}::text[])::json
        where p.shop = ${shop} and (p.customer_id = ${customerId} or exists (
          select from "order" o where o.shop = p.shop and o.checkout_token = p.reference_id
            and (o.customer_id = ${customerId} or o.id = any(${orderIds}))))
        returning p.id
      ), events as (update placement_event e set customer_id = null from mine where e.shop = ${shop} and e.placement_id = mine.id),
      changesets as (update changeset c set customer_id = null from mine where c.shop = ${shop} and c.placement_id = mine.id)
      select count(*)::int as placements from mine`
    return forgotten?.placements ?? 0
  },
}
