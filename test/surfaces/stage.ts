import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { freshDatabase } from '../support/postgres.ts'

export const SECRET = 'shpss_test_secret_of_the_surfaces'
export const API_KEY = 'test-api-key'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signs as Shopify does, with code that shares nothing with the app. */
export function sign(claims: unknown, secret = SECRET, header: unknown = { alg: 'HS256', typ: 'JWT' }): string {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

export const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())

export interface Bought {
  productId: number
  variantId: number
  quantity?: number
  total?: string
}

export interface PurchaseSpec {
  shop?: string
  referenceId?: string
  customerId?: number | null
  country?: string
  total?: string
  currency?: string
  locale?: string
  lines?: Bought[]
  sellingPlanId?: number // of every line
  madeAt?: number // s
}

export const SHOP = 'stage.myshopify.com'
const money = (amount: string, currencyCode: string) => ({
  shopMoney: { amount, currencyCode },
  presentmentMoney: { amount, currencyCode },
})

export function purchaseClaims(spec: PurchaseSpec = {}) {
  const {
    shop = SHOP,
    referenceId = 'ref-1',
    customerId = 7,
    country = 'DE',
    total = '100.00',
    currency = 'EUR',
    locale = 'en',
    lines,
  } = spec
  const iat = spec.madeAt ?? Math.floor(Date.now() / 1000)
  const lineItems = (lines ?? [{ productId: 1, variantId: 11 }]).map(({ productId, variantId, quantity = 1, total: of = '100.00' }) => ({
    product: { id: productId, title: 'Bought', variant: { id: variantId, title: 'One', metafields: [] }, metafields: [] },
    quantity,
    totalPriceSet: money(of, currency),
    ...(spec.sellingPlanId ? { sellingPlanId: spec.sellingPlanId } : {}),
  }))
  const initialPurchase = {
    referenceId,
    ...(customerId === null ? {} : { customerId: String(customerId) }),
    destinationCountryCode: country,
    totalPriceSet: money(total, currency),
    lineItems,
  }
  const input_data = {
    extensionPoint: 'Checkout::PostPurchase::ShouldRender',
    locale,
    version: 'unstable',
    shop: { id: 1, domain: shop, metafields: [] },
    initialPurchase,
  }
  return { iss: 'shopify', sub: referenceId, iat, exp: iat + 3600, input_data }
}

export const tokenOf = (spec: PurchaseSpec = {}): string => sign(purchaseClaims(spec))

/** The app's own modules on a database of their own. */
export async function stage(name: string) {
  const database = await freshDatabase(name)
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    SHOPIFY_API_KEY: API_KEY,
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: 'https://encore.test',
    LOG_LEVEL: 'silent',
  })
  const { db, pool, closeDatabase } = await import('#app/platform/db.server.ts')
  const { surfaceRoutes } = await import('#app/endpoints/surface.ts')
  const { createSurfaces } = await import('#app/surfaces/surfaces.server.ts')
  const { readStars } = await import('#app/reviews/display/stars.server.ts')
  const answered = { readResponses: async () => new Map(), readStars }
  const reads = { ...answered, ...(await import('#app/catalog/offered.server.ts')), ...(await import('#app/catalog/best.server.ts')) }
  const { createOffer, setOfferStatus, saveOffer, archiveOffers } = await import('#app/offers/offers.server.ts')
  // The limit is a promise to shoppers, not to a busy test machine.
  const surfaces = createSurfaces(reads, { limitMs: 20_000 })
  const app = new Hono().route('/surface', surfaceRoutes(surfaces))
  const post = async (path: string, body: unknown) => {
    const response = await app.request(`/surface/${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  /** Asks again where a busy machine made the answer late, as Shopify may ask twice. */
  const offer = async (token: string): Promise<Awaited<ReturnType<typeof post>>> => {
    const answer = await post('offer', { token })
    return answer.status === 503 ? offer(token) : answer
  }
  return {
    offer,
    url: database.url,
    db,
    pool,
    surfaces,
    reads,
    app,
    post,
    offers: { createOffer, setOfferStatus, saveOffer, archiveOffers },
    close: async () => {
      await surfaces.settled()
      const { stopListening } = await import('#app/platform/notify.server.ts')
      await stopListening()
      await closeDatabase()
      await database.drop()
    },
  }
}
export type Stage = Awaited<ReturnType<typeof stage>>

const PAST = new Date('2026-01-01T00:00:00Z')

export interface ShopSpec {
  shop?: string
  products?: { id: number; title?: string; price?: number; stock?: number; status?: string; variants?: string[] }[] // a variant's id is ten times the product's plus its place, from one
}

/** A shop whose first sync is done, with a product or more. */
export async function openShop({ db }: Stage, { shop = SHOP, products = [] }: ShopSpec = {}): Promise<void> {
  await db.shop.create({ data: { shop, currency: 'EUR', scopes: ['read_all_orders'] } })
  for (const kind of ['customers', 'orders']) await db.sync.create({ data: { shop, kind, run: 'first', state: 'done' } })
  for (const { id, title = `Product ${id}`, price = 2000, stock = 5, status = 'active', variants = ['Default Title'] } of products) {
    const mine = { shop, updatedAt: PAST }
    await db.product.create({ data: { ...mine, id: `${id}`, title, handle: `p${id}`, status, tags: [] } })
    for (const [index, variant] of variants.entries()) {
      const ids = { id: `${id * 10 + index + 1}`, productId: `${id}`, inventoryItemId: `${id * 100 + index}` }
      await db.variant.create({ data: { ...mine, ...ids, title: variant, position: index + 1, price, stock } })
    }
  }
}
