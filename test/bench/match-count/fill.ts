export const SHOP = 'bench.myshopify.com'
const PRODUCTS = 20_000
const CUSTOMERS = 50_000

/** One shop, filled by SQL alone. The only parameter is the shop. */
export const statements = (orders: number): string[] => [
  `insert into shop (shop, currency, scopes) values ($1, 'EUR', '{read_all_orders}')`,
  `insert into sync (shop, kind, run, state) select $1, kind, 'first', 'done' from unnest(array['customers', 'orders']) kind`,
  `insert into product (shop, id, title, handle, status, product_type, vendor, tags, updated_at)
   select $1, n, 'Product ' || n, 'product-' || n, 'active', 'Type ' || n % 20, 'Vendor ' || n % 70, array['Tag ' || n % 50], now()
   from generate_series(1, ${PRODUCTS}) n`,
  `insert into collection (shop, id, title, handle, automatic, updated_at) values ($1, '1', 'Sale', 'sale', true, now())`,
  `insert into collection_product (shop, collection_id, product_id) select $1, '1', n from generate_series(1, ${PRODUCTS}, 4) n`,
  `insert into customer (shop, id, tags, order_count, consent, updated_at)
   select $1, n, array['Group ' || n % 5], 2, case when n % 3 = 0 then 'not_subscribed' else 'subscribed' end, now()
   from generate_series(1, ${CUSTOMERS}) n`,
  `insert into "order" (shop, id, name, customer_id, checkout_token, currency, presentment_currency, total, original_total, presentment_total,
     country, region, locale, discount_codes, shipping_method, landing_page, source_name, gateways, processed_at, updated_at)
   select $1, n, '#' || n, 1 + n % ${CUSTOMERS}, 'token-' || n, 'EUR', 'EUR', 2000 + n % 9000, 2000 + n % 9000, 2000 + n % 9000,
     (array['DE', 'FR', 'NL', 'AT', 'US'])[1 + n % 5], 'US-CA', (array['de', 'fr', 'en'])[1 + n % 3],
     case when n % 4 = 0 then array['SUMMER'] else '{}' end, case when n % 2 = 0 then 'DHL Express' else 'Standard' end,
     '/products/product-' || n || '?utm_source=' || (array['mail', 'ads'])[1 + n % 2], 'web', '{}',
     now() - interval '1 hour' - n * interval '25 seconds', now()
   from generate_series(1, ${orders}) n`,
  `insert into order_line (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_price, discount)
   select $1, n, n || '-' || l, 1 + (n * 7 + l * 31) % ${PRODUCTS}, 1000001 + (n * 7 + l * 31) % ${PRODUCTS}, 'Line', 1, 1, 2500,
     case when n % 4 = 0 then 250 else 0 end
   from generate_series(1, ${orders}) n, generate_series(1, 3) l`,
  `update "order" o set product_ids = l.ids from (select order_id, array_agg(distinct product_id) as ids from order_line where shop = $1 group by 1) l
   where o.shop = $1 and o.id = l.order_id`,
]

const all = (...rules: object[]) => ({ kind: 'all', rules })
const any = (...rules: object[]) => ({ kind: 'any', rules })
const none = (...rules: object[]) => ({ kind: 'none', rules })
const products = (from: number) => Array.from({ length: 50 }, (_, n) => `${from + n * 97}`)

/** Rules of all sorts, so that everything an order can be asked has to be read: its lines, its journey, the shopper and her past. */
export const RULES = all(
  any(
    { kind: 'collection', collectionIds: ['1'] },
    { kind: 'product-tag', tags: ['Tag 7', 'Tag 8'] },
    { kind: 'product-type', types: ['Type 3'] },
  ),
  any(
    { kind: 'country', countries: ['DE', 'FR', 'AT'] },
    all({ kind: 'language', languages: ['en'] }, { kind: 'utm', parameter: 'source', values: ['mail'] }),
  ),
  any({ kind: 'order-value', atLeast: 4_000, atMost: null }, { kind: 'discount-code', codes: ['summer'] }),
  none(all({ kind: 'shipping-method', methods: ['express'] }, { kind: 'order-count', is: 'first-time' })),
  any({ kind: 'consent', is: 'given' }, { kind: 'customer-tag', tags: ['Group 2'] }),
  none({ kind: 'bought-before', did: 'bought', productIds: products(1), days: null }),
  { kind: 'random-share', percent: 90, salt: 'bench' },
)
