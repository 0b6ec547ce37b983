import { pool } from '../platform/db.server.ts'
import { pricingAtStart, type Adjustment, type PlanPolicy } from './plan-pricing.ts'

/**
 * These variants and all of these products, with what an offer shows of them and what decides whether they can be sold. What the mirror lacks
 * is left out; a product's variants come in the shop's order.
 */
export async function readVariants(shop: string, variantIds: readonly string[], productIds: readonly string[] = []) {
  if (variantIds.length + productIds.length === 0) return []
  const { rows } = await pool.query<VariantRow>({ name: 'offered-variants', text: VARIANTS, values: [shop, variantIds, productIds] })
  return rows.map(({ imageUrl, productImageUrl, imageAlt, variantTitle, ...row }) => {
    const picture = (url: string | null) => (url ? { url, alt: imageAlt ?? '' } : null)
    return {
      ...row,
      variantTitle: variantTitle === 'Default Title' ? null : variantTitle,
      image: picture(imageUrl ?? productImageUrl),
      productImage: picture(productImageUrl),
    }
  })
}

interface VariantRow {
  variantId: string
  productId: string
  title: string
  variantTitle: string
  imageUrl: string | null
  productImageUrl: string | null
  imageAlt: string | null
  price: number
  cost: number | null
  stock: number
  tracked: boolean
  oversell: boolean
  status: string
  published: boolean
  deleted: boolean
}

const VARIANTS = `
select v.id as "variantId", v.product_id as "productId", p.title, v.title as "variantTitle",
  v.image_url as "imageUrl", p.image_url as "productImageUrl", p.image_alt as "imageAlt", v.price, v.cost, v.stock, v.tracked, v.oversell,
  p.status, p.published, p.deleted_at is not null as deleted
from variant v join product p on p.shop = v.shop and p.id = v.product_id
where v.shop = $1 and (v.id = any($2::text[]) or v.product_id = any($3::text[]))
order by v.product_id, v.position, v.id`

/** What these selling plans make of prices with the first delivery; those that we have not read are left out. */
export async function readPlans(shop: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Adjustment | null | 'gone'>()
  const { rows } = await pool.query<{ id: string; policies: PlanPolicy[]; gone: boolean }>(
    `select id, policies, gone from selling_plan where shop = $1 and id = any($2::text[])`,
    [shop, ids],
  )
  return new Map(rows.map(({ id, policies, gone }) => [id, gone ? ('gone' as const) : pricingAtStart(policies)]))
}

/** What a variant costs, in minor units; null: the shop does not sell it. */
export async function readPrice(shop: string, variantId: string): Promise<number | null> {
  const [variant] = await readVariants(shop, [variantId])
  return variant && !variant.deleted ? variant.price : null
}

/** Which of the collections the mirror knows, and their products; a deleted collection is known and has none. */
export async function readMembers(shop: string, collectionIds: readonly string[]) {
  if (collectionIds.length === 0) return { known: [], members: [] }
  const { rows } = await pool.query<{ id: string; products: string | null }>(
    `select c.id, (select string_agg(m.product_id, ' ') from collection_product m
       where m.shop = c.shop and m.collection_id = c.id and c.deleted_at is null) as products
     from collection c where c.shop = $1 and c.id = any($2::text[])`,
    [shop, collectionIds],
  )
  const members = rows.flatMap(({ id, products }) => (products?.split(' ') ?? []).map((productId) => ({ collectionId: id, productId })))
  return { known: rows.map(({ id }) => id), members }
}

/** Which products have which of these traits; what is typed differs from what is stored in case and space only. */
export async function readTraits(shop: string, traits: readonly string[]) {
  if (traits.length === 0) return { members: [], unread: [] }
  const { rows } = await pool.query<{ trait: string; products: string }>(TRAITS, [shop, traits])
  const members = rows.flatMap(({ trait, products }) => products.split(' ').map((productId) => ({ productId, trait })))
  const metafields = [...new Set(traits.flatMap((trait) => /^metafield:([^=]+)/.exec(trait)?.[1] ?? []))]
  return { members, unread: (await unreadOf(shop, metafields)).map((name) => `metafield:${name}`) }
}

/** Of these metafields, those that were not read of every product yet. */
async function unreadOf(shop: string, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { rows } = await pool.query<{ name: string }>(
    `select name from metafield_read where shop = $1 and name = any($2::text[]) and read_at is not null`,
    [shop, names],
  )
  return names.filter((name) => !rows.some((row) => row.name === name))
}

const TRAITS = `
select x.trait, string_agg(distinct x.id, ' ') as products from (
  select id, 'type:' || lower(trim(product_type)) as trait from product where shop = $1
  union all select id, 'vendor:' || lower(trim(vendor)) from product where shop = $1
  union all select id, 'tag:' || lower(trim(tag)) from product, unnest(tags) tag where shop = $1
  union all select product_id, 'metafield:' || name from product_metafield where shop = $1
  union all select product_id, 'metafield:' || name || '=' || lower(trim(value)) from product_metafield, unnest(values) value where shop = $1
) x where x.trait = any($2::text[]) group by x.trait`

/** Whether the first sync has brought every customer, and every order of any age. */
export async function readCompleteness(shop: string) {
  const { rows } = await pool.query<{ kind: string; everything: boolean }>(
    `select y.kind, 'read_all_orders' = any(s.scopes) as everything from sync y join shop s on s.shop = y.shop
     where y.shop = $1 and y.run = 'first' and y.state = 'done' and y.kind in ('customers', 'orders')`,
    [shop],
  )
  return {
    customersSynced: rows.some(({ kind }) => kind === 'customers'),
    ordersSynced: rows.some(({ kind }) => kind === 'orders'),
    ordersComplete: rows.some(({ kind, everything }) => kind === 'orders' && everything),
  }
}

/** One order of the mirror with what its page tells of its eligibility; null when nothing has brought it yet. */
export async function readMirrored(shop: string, checkoutToken: string) {
  const { rows } = await pool.query<MirroredRow>(ORDER, [shop, checkoutToken])
  return rows[0] ?? null
}

interface MirroredRow {
  orderId: string
  customerId: string | null
  earlierOrders: number
  sourceName: string | null
  currency: string
  presentmentCurrency: string
  presentmentTotal: number | null
  originalTotal: number
  country: string | null
  locale: string | null
  region: string | null
  landingPage: string | null
  codes: string[]
  shippable: boolean
  gateways: string[]
  processedAt: Date
  shippingMethod: string | null
  lines: { productId: string | null; variantId: string | null; quantity: number; total: number; byPlan: boolean | null }[]
  payments: { gateway: string; method: string | null; wallet: string | null; detailsRead: boolean }[]
}

const ORDER = `
select o.id as "orderId", o.customer_id as "customerId",
  (select count(*) from "order" e where e.shop = o.shop and e.customer_id = o.customer_id and e.processed_at < o.processed_at) as "earlierOrders",
  o.source_name as "sourceName", o.currency, o.presentment_currency as "presentmentCurrency", o.presentment_total as "presentmentTotal",
  o.locale, coalesce(o.region, c.region) as region, coalesce(o.landing_page, c.landing_page) as "landingPage", o.discount_codes as codes,
  o.original_total as "originalTotal", o.country, o.shippable, o.gateways, o.processed_at as "processedAt", coalesce(o.shipping_method, c.shipping_method) as "shippingMethod",
  (select coalesce(json_agg(json_build_object('productId', l.product_id, 'variantId', l.variant_id, 'quantity', l.quantity,
      'total', l.unit_price * l.quantity - l.discount, 'byPlan', l.by_plan) order by l.id), '[]') from order_line l where l.shop = o.shop and l.order_id = o.id) as lines,
  (select coalesce(json_agg(json_build_object('gateway', t.gateway, 'method', t.method, 'wallet', t.wallet, 'detailsRead', t.details_read)
      order by t.processed_at, t.id), '[]') from order_transaction t
    where t.shop = o.shop and t.order_id = o.id and t.kind in ('sale', 'authorization') and t.status = 'success') as payments
from "order" o left join checkout c on c.shop = o.shop and c.token = o.checkout_token
where o.shop = $1 and o.checkout_token = $2 limit 1`
