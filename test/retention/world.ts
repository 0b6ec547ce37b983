import { db } from '#app/platform/db.server.ts'
import { keptAs, RetentionSettings } from '#app/retention/settings.ts'
import { MINUTES, later } from '#app/values/time.ts'
import { SHOP } from '../platform/world.ts'

/** Long enough ago that every automation's hour has come, and not so long that it would be late. */
export const ago = (minutes: number): Date => later(new Date(), -minutes * MINUTES)

/** A shop with both automations on, at which it is always day. */
export async function openShop(retention: object = {}, manners: object = {}): Promise<void> {
  const on = { active: true, since: ago(100_000).toISOString() }
  const settings = {
    ...keptAs(RetentionSettings.parse({ 'missed-offer': on, 'bounce-back': { ...on, sms: true }, ...retention })),
    messages: { manners: { quietFrom: 0, quietUntil: 0, hoursBetween: 0, ...manners }, look: { postalAddress: 'Torstraße 1' } },
  }
  const told = {
    name: 'Aurora',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    settings: JSON.parse(JSON.stringify(settings)) as object,
  }
  await db.shop.upsert({ where: { shop: SHOP }, create: { shop: SHOP, ...told }, update: told })
}

interface Goods {
  id: string
  price?: bigint
  cost?: bigint | null
  stock?: number
}

export async function insertProduct({ id, price = 2_000n, cost = null, stock = 9 }: Goods): Promise<void> {
  const updatedAt = ago(50_000)
  await db.product.create({ data: { shop: SHOP, id, title: `Product ${id}`, handle: `p${id}`, status: 'active', updatedAt } })
  const variant = { shop: SHOP, id: `${id}1`, productId: id, title: 'Default Title', inventoryItemId: `${id}2` }
  await db.variant.create({ data: { ...variant, price, cost, stock, updatedAt } })
}

interface OrderSpec {
  id: string
  customerId?: string | null
  email?: string | null
  phone?: string | null
  productIds?: readonly string[]
  placedAt?: Date
  locale?: string
  paidIn?: string
  country?: string
  codes?: readonly string[]
}

export async function insertOrder({
  id,
  customerId = '7',
  email = 'mia@example.com',
  phone = null,
  productIds = ['1'],
  placedAt = ago(200),
  locale = 'de',
  paidIn = 'EUR',
  country = 'DE',
  codes = [],
}: OrderSpec): Promise<void> {
  const at = { updatedAt: placedAt, processedAt: placedAt }
  const money = { currency: 'EUR', presentmentCurrency: paidIn, total: 2_000n, originalTotal: 2_000n }
  const who = { customerId, email, phone, firstName: 'Mia', locale, country, checkoutToken: `checkout-${id}` }
  await db.order.create({
    data: { shop: SHOP, id, name: `#${id}`, productIds: [...productIds], discountCodes: [...codes], ...who, ...money, ...at },
  })
  for (const productId of productIds) {
    const line = { shop: SHOP, orderId: id, id: `${id}${productId}`, productId, variantId: `${productId}1`, title: `Product ${productId}` }
    await db.orderLine.create({ data: { ...line, quantity: 1, currentQuantity: 1, unitPrice: 2_000n } })
  }
}

export const agree = async (customerId = '7', consent: string | null = 'subscribed', smsConsent: string | null = null): Promise<void> => {
  const told = { consent, smsConsent }
  await db.customer.upsert({
    where: { shop_id: { shop: SHOP, id: customerId } },
    create: { shop: SHOP, id: customerId, updatedAt: ago(1), ...told },
    update: told,
  })
}

/** A product of an order is on its way back. */
export const comesBack = (orderId: string, productId: string) =>
  db.returnLine.create({
    data: { shop: SHOP, orderId, returnId: `r${orderId}${productId}`, lineId: `${orderId}${productId}`, status: 'open', quantity: 1 },
  })
