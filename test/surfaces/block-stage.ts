import { Hono } from 'hono'
import { expect } from 'vitest'
import type { BlockReads } from '#app/surfaces/block/reads.ts'
import { caseForPhone, PRODUCTS } from './case-for-phone.ts'
import { API_KEY, openShop, SHOP, sign, stage, type Stage } from './stage.ts'

export interface OrderSpec {
  id?: string
  shop?: string
  customerId?: string | null
  checkoutToken?: string
  processedAt?: Date
  paidIn?: string
  products?: string[]
  email?: string
}

export const CHECKOUT = 'c'.repeat(32)

const FROM_SHOPIFY = {
  readGone: async () => [],
  fetchOrder: async () => {},
  readPrices: async () => new Map(),
  readSoldOut: async () => [],
  readLanguages: async () => ({ usual: 'EN', published: ['EN', 'DE', 'PT_PT'] }),
}

/** A shop with the case for the phone on offer, and the two endpoints that the blocks ask. */
export async function blockStage(name: string, given: Partial<BlockReads> = {}) {
  const on = await stage(name)
  await openShop(on, { products: PRODUCTS })
  await on.offers.createOffer(SHOP, caseForPhone, 'active')
  const { blockRoutes } = await import('#app/endpoints/block.ts')
  const { createBlocks } = await import('#app/surfaces/block/blocks.server.ts')
  const { Snapshots } = await import('#app/surfaces/decide/snapshots.server.ts')
  const { findPageOrder, readBoughtSince } = await import('#app/catalog/page-order.server.ts')
  const { readQuotes } = await import('#app/reviews/display/quotes.server.ts')
  const { readReviewLink } = await import('#app/reviews/collecting/prompt.server.ts')
  const reads: BlockReads = {
    ...on.reads,
    findPageOrder,
    readBoughtSince,
    readQuotes,
    readReviewLink,
    ...FROM_SHOPIFY,
    readOwnCodes: async (_, customerId) => [{ code: `OF-${customerId}`, value: '10% off', expiresAt: new Date('2027-01-01T12:00:00Z') }],
    ...given,
  }
  const blocks = createBlocks({ reads, snapshots: new Snapshots(reads) })
  const app = new Hono().route('/surface', blockRoutes(blocks))
  const post = async (path: string, body: unknown) => {
    const response = await app.request(`/surface/${path}`, { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const ask = async (body: object) => {
    const { status, text } = await post('block', {
      surface: 'thank-you',
      locale: 'en',
      orderId: 'gid://shopify/OrderIdentity/100',
      ...body,
    })
    return { status, body: JSON.parse(text), text }
  }
  const event = async (body: object) => JSON.parse((await post('block/event', body)).text)
  const take = async (asked: Record<string, string>) =>
    JSON.parse((await post(`take?${new URLSearchParams(asked).toString()}`, undefined)).text)
  const order = (spec: OrderSpec = {}) => writeOrder(on.db, spec)
  /** The block was shown: its placement, and the codes that Shopify has made for it meanwhile. */
  const shown = async (surface = 'thank-you', orderId = 'gid://shopify/Order/100'): Promise<string> => {
    const { placement } = (await ask({ token: sessionToken(), checkoutToken: CHECKOUT, surface, orderId })).body.offer
    await on.surfaces.settled()
    await codesReady(on.db)
    return placement
  }
  return { ...on, app, blocks, ask, event, take, order, shown, codesReady: () => codesReady(on.db), blockReads: reads }
}
export type BlockStage = Awaited<ReturnType<typeof blockStage>>

/** Shopify has made two codes of each discount that was wanted. */
async function codesReady(db: Stage['db']): Promise<void> {
  await expect.poll(() => db.codeDiscount.count()).toBeGreaterThan(0)
  for (const { key } of await db.codeDiscount.findMany())
    for (const number of [1, 2]) {
      const code = `EXTRA-${key.replaceAll(/\W/g, '')}-${number}`.toUpperCase()
      await db.discountCode.createMany({ data: [{ shop: SHOP, code, discountKey: key, state: 'ready' }], skipDuplicates: true })
    }
}

async function writeOrder(
  db: Stage['db'],
  {
    id = '100',
    shop = SHOP,
    customerId = '7',
    checkoutToken = CHECKOUT,
    processedAt = new Date(),
    paidIn = 'EUR',
    products = ['1'],
    email,
  }: OrderSpec,
): Promise<void> {
  const own = { shop, id, name: `#${id}`, customerId, checkoutToken, currency: 'EUR', presentmentCurrency: paidIn }
  const money = { total: 10_000, originalTotal: 10_000, presentmentTotal: 10_000 }
  const told = { email: email ?? null, firstName: 'Ann', country: 'DE', locale: 'en', productIds: products }
  const line = { shop, orderId: id, title: 'Bought', quantity: 1, currentQuantity: 1, unitPrice: 10_000 }
  // At once, as the mirror writes it.
  await db.$transaction([
    db.order.create({ data: { ...own, ...money, ...told, processedAt, updatedAt: processedAt } }),
    db.orderLine.createMany({
      data: products.map((productId, index) => ({ ...line, id: `${id}${index}`, productId, variantId: `${productId}1` })),
    }),
  ])
}

const seconds = () => Math.floor(Date.now() / 1000)

export const sessionClaims = ({ shop = SHOP, customerId }: { shop?: string; customerId?: string } = {}) => ({
  dest: shop,
  aud: API_KEY,
  iat: seconds(),
  nbf: seconds() - 1,
  exp: seconds() + 300,
  jti: 'one',
  ...(customerId ? { sub: `gid://shopify/Customer/${customerId}` } : {}),
})

/** As Shopify signs it for a UI extension. */
export const sessionToken = (spec: Parameters<typeof sessionClaims>[0] = {}, secret?: string): string => sign(sessionClaims(spec), secret)
