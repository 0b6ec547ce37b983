import { withClient } from '../../../bin/postgres.mjs'
import { COUNTS, EVERYTHING, LOAD, SHOP } from './counts.ts'
import { rulesOf } from './rules.ts'

/** One shop, filled by SQL alone: 20,000 products, 100,000 customers with 200,000 orders, 1,000 active offers. */
export async function fill(url: string): Promise<void> {
  await withClient(url, async (client) => {
    for (const statement of statements()) await client.query(statement, [SHOP])
    await insertOffers(client)
    // As a shop looks that is not being filled this very moment: the first run must not pay for the filling.
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
  })
}

const statements = () => [
  `insert into shop (shop, currency, scopes) values ($1, 'EUR', '{read_all_orders}')`,
  `insert into sync (shop, kind, run, state) select $1, kind, 'first', 'done' from unnest(array['customers', 'orders']) kind`,
  `insert into product (shop, id, title, handle, status, product_type, vendor, tags, image_url, updated_at)
   select $1, n, 'Product ' || n, 'product-' || n, 'active', 'Type ' || n % 50, 'Vendor ' || n % 70,
     array['Tag ' || n % 200, 'Tag ' || n % 300], 'https://cdn.shopify.com/s/files/1/0001/products/' || n || '.jpg', now()
   from generate_series(1, ${COUNTS.products}) n`,
  `insert into variant (shop, id, product_id, title, price, stock, inventory_item_id, updated_at)
   select $1, n + 1000000, n, 'Default Title', 1000 + n % 9000, 100, n + 2000000, now() from generate_series(1, ${COUNTS.products}) n`,
  `insert into collection (shop, id, title, handle, automatic, updated_at)
   select $1, n, 'Collection ' || n, 'collection-' || n, false, now() from generate_series(1, ${COUNTS.collections}) n`,
  `insert into collection_product (shop, collection_id, product_id)
   select $1, 1 + n % ${COUNTS.collections}, n from generate_series(1, ${COUNTS.products}) n`,
  `insert into collection (shop, id, title, handle, automatic, updated_at) values ($1, '${EVERYTHING}', 'All', 'all', true, now())`,
  `insert into collection_product (shop, collection_id, product_id) select $1, '${EVERYTHING}', n from generate_series(1, ${COUNTS.products}) n`,
  `insert into customer (shop, id, tags, order_count, spent, consent, subscriber, updated_at, summary_at)
   select $1, n, array['Group ' || n % 20, 'Region ' || n % 7], 2, 10000, case when n % 3 = 0 then 'not_subscribed' else 'subscribed' end,
     case when n % 9 = 0 then 'ACTIVE' else 'NEVER_SUBSCRIBED' end, now() - interval '9 days', now() - interval '9 days' from generate_series(1, ${COUNTS.customers}) n`,
  `insert into "order" (shop, id, name, customer_id, checkout_token, currency, presentment_currency, total, original_total, gateways, discount_codes, processed_at, updated_at)
   select $1, n, '#' || n, 1 + n % ${COUNTS.customers}, 'token-' || n, 'EUR', 'EUR', 5000, 5000, '{}', '{}', now() - interval '9 days', now() - interval '9 days'
   from generate_series(1, ${COUNTS.orders}) n`,
  `insert into order_line (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_price)
   select $1, n, n || '-' || l, 1 + (n * 7 + l * 31) % ${COUNTS.products}, 1000001 + (n * 7 + l * 31) % ${COUNTS.products}, 'Line', 1, 1, 2500
   from generate_series(1, ${COUNTS.orders}) n, generate_series(1, 2) l`,
  `update "order" o set product_ids = l.ids from (select order_id, array_agg(distinct product_id) as ids from order_line where shop = $1 group by 1) l
   where o.shop = $1 and o.id = l.order_id`,
  `insert into checkout (shop, token, customer_id, discount_codes, discount_share, region, shipping_method, landing_page, source_name, updated_at)
   select $1, 'purchase-' || n || '-' || repeat('0', 20), 1 + (n * 61) % ${COUNTS.customers}, case when n % 4 = 0 then array['CODE' || n % 20] else '{}' end,
     case when n % 4 = 0 then 10 else 0 end, 'US-CA', case when n % 2 = 0 then 'DHL Express' else 'Standard' end,
     '/products/product-' || n || '?utm_source=source' || n % 10, 'web', now() from generate_series(0, ${COUNTS.checkouts - 1}) n`,
  // Every fifth shopper was offered something before, and did not want it.
  `insert into placement (shop, id, surface, reference_id, customer_id, offer_id, offer_version, snapshot_id, facts, decided_at)
   select $1, 'earlier-' || n, 'post-purchase', 'token-' || n, 1 + n % ${COUNTS.customers}, 'offer-' || n % ${COUNTS.offers}, 1, 'earlier', '{}', now() - interval '9 days'
   from generate_series(5, ${COUNTS.customers}, 5) n`,
  `insert into placement_event (shop, placement_id, step_id, kind, offer_id, customer_id, at)
   select $1, 'earlier-' || n, 'first', kind, 'offer-' || n % ${COUNTS.offers}, 1 + n % ${COUNTS.customers}, now() - interval '9 days'
   from generate_series(5, ${COUNTS.customers}, 5) n, unnest(array['shown', 'declined']) kind`,
]

async function insertOffers(client: { query(text: string, values: unknown[]): Promise<unknown> }): Promise<void> {
  const offers = Array.from({ length: COUNTS.offers }, (_, n) => {
    const step = (id: string, offset: number, percent: number, onDecline: string | null) => ({
      id,
      items:
        LOAD === 'full' && n % 4 === 0
          ? { kind: 'best', from: { kind: 'collection', collectionId: EVERYTHING }, show: 3, quantity: 1 }
          : bundleOf(n + offset),
      discount: { kind: 'percentage', percent },
      onAccept: null,
      onDecline,
    })
    const broad = n % 5 > 2
    const priority = broad ? n : 10_000 + n
    const steps = [step('first', 0, 15, 'second'), step('second', 7_000, 25, null)]
    return {
      id: `offer-${n}`,
      priority,
      definition: { title: `Offer ${n}`, rules: rulesOf(n), steps, priority, schedule: { startsAt: null, endsAt: null } },
    }
  })
  const json = JSON.stringify(offers)
  await client.query(
    `insert into offer (shop, id, title, status, priority, version, updated_at)
     select $1, o->>'id', o->'definition'->>'title', 'active', (o->>'priority')::int, 1, now() from jsonb_array_elements($2::jsonb) o`,
    [SHOP, json],
  )
  await client.query(
    `insert into offer_version (shop, offer_id, version, definition) select $1, o->>'id', 1, o->'definition' from jsonb_array_elements($2::jsonb) o`,
    [SHOP, json],
  )
}

const bundleOf = (n: number) => ({
  kind: 'bundle',
  products: [{ productId: `${1 + (n % COUNTS.products)}`, variantId: `${1_000_001 + (n % COUNTS.products)}`, quantity: 1 }],
})
