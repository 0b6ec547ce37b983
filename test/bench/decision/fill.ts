import { withClient } from '../../../bin/postgres.mjs'

export const SHOP = 'bench.myshopify.com'
export const COUNTS = { products: 20_000, customers: 100_000, orders: 200_000, collections: 50, offers: 1_000 }
const COUNTRIES = ['DE', 'FR', 'NL', 'AT', 'GB', 'US', 'KW', 'JP', 'IT', 'ES']

/** One shop, filled by SQL alone: 20,000 products, 100,000 customers with 200,000 orders, 1,000 active offers of every kind of rule. */
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
  `insert into product (shop, id, title, handle, status, tags, image_url, updated_at)
   select $1, n, 'Product ' || n, 'product-' || n, 'active', '{}', 'https://cdn.shopify.com/s/files/1/0001/products/' || n || '.jpg', now()
   from generate_series(1, ${COUNTS.products}) n`,
  `insert into variant (shop, id, product_id, title, price, stock, inventory_item_id, updated_at)
   select $1, n + 1000000, n, 'Default Title', 1000 + n % 9000, 100, n + 2000000, now() from generate_series(1, ${COUNTS.products}) n`,
  `insert into collection (shop, id, title, handle, automatic, updated_at)
   select $1, n, 'Collection ' || n, 'collection-' || n, false, now() from generate_series(1, ${COUNTS.collections}) n`,
  `insert into collection_product (shop, collection_id, product_id)
   select $1, 1 + n % ${COUNTS.collections}, n from generate_series(1, ${COUNTS.products}) n`,
  `insert into customer (shop, id, tags, order_count, updated_at, summary_at)
   select $1, n, '{}', 2, now() - interval '9 days', now() - interval '9 days' from generate_series(1, ${COUNTS.customers}) n`,
  `insert into "order" (shop, id, name, customer_id, checkout_token, currency, presentment_currency, total, original_total, gateways, discount_codes, processed_at, updated_at)
   select $1, n, '#' || n, 1 + n % ${COUNTS.customers}, 'token-' || n, 'EUR', 'EUR', 5000, 5000, '{}', '{}', now() - interval '9 days', now() - interval '9 days'
   from generate_series(1, ${COUNTS.orders}) n`,
]

/** Most name products, as merchants' offers do; each has a second rule, and the broad ones come last so that most must be looked at. */
function rulesOf(n: number): unknown {
  const product = { kind: 'product', productIds: [0, 1, 2, 3, 4].map((step) => `${1 + ((n * 37 + step * 4_001) % COUNTS.products)}`) }
  const country = { kind: 'country', countries: [COUNTRIES[n % 10], COUNTRIES[(n + 3) % 10]] }
  const value = { kind: 'order-value', atLeast: 2_000 + (n % 50) * 200, atMost: null }
  const count = { kind: 'order-count', is: n % 2 ? 'returning' : 'first-time' }
  const variant = { kind: 'variant', variantIds: [0, 1, 2].map((step) => `${1_000_001 + ((n * 53 + step * 977) % COUNTS.products)}`) }
  const collection = { kind: 'collection', collectionIds: [`${1 + (n % COUNTS.collections)}`] }
  const all = (...rules: object[]) => ({ kind: 'all', rules })
  const any = (...rules: object[]) => ({ kind: 'any', rules })
  const none = (...rules: object[]) => ({ kind: 'none', rules })
  const kinds = [
    all(product, value, none(country)),
    all(product, count),
    all(count, any(product, variant)),
    all(collection, value, country, none(product)),
    all(value, count, any(country, collection)),
  ]
  return kinds[n % kinds.length]
}

async function insertOffers(client: { query(text: string, values: unknown[]): Promise<unknown> }): Promise<void> {
  const offers = Array.from({ length: COUNTS.offers }, (_, n) => {
    const step = (id: string, offset: number, percent: number, onDecline: string | null) => ({
      id,
      items: {
        kind: 'bundle',
        products: [
          {
            productId: `${1 + ((n + offset) % COUNTS.products)}`,
            variantId: `${1_000_001 + ((n + offset) % COUNTS.products)}`,
            quantity: 1,
          },
        ],
      },
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
