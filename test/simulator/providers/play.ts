import type { SimProduct, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { APPS } from './apps.ts'
import { METAOBJECT_TOPICS } from './apps/shopify.ts'
import type { ReviewApp } from './apps.ts'
import { dispatch } from './delivery.ts'
import type { Mischief, PlayedDelivery } from './delivery.ts'
import { flowPath } from './flow-action.ts'
import type { Oddity, PlayedReview } from './played.ts'

/** What a person at the page, or a test, wants told. */
export interface Play {
  shop: string // handle or domain
  provider: string
  event?: PlayedReview['event']
  /** Of a review that was played before; else a new one. */
  reviewId?: number
  productId?: number
  email?: string
  orderId?: number | null
  customerId?: number | null
  rating?: number
  text?: string
  photos?: number
  videos?: number
  oddity?: Oddity | null
  /** ISO. Default: now. */
  writtenAt?: string
  copies?: number
  mischief?: Mischief | null
  /** An app may have told the key to nobody, or another than it shows. */
  secret?: string
}

/** The address that the merchant pasted into a review app. */
export const addressKey = (shop: string, provider: string): string => `review-app:${shop}:${provider}`

export async function playerOf(simulator: Simulator, play: Pick<Play, 'shop' | 'provider'>): Promise<{ shop: SimShop; app: ReviewApp }> {
  const shop = await simulator.store.shop(play.shop)
  const app = APPS[play.provider]
  if (!shop) throw new Error(`There is no shop ${play.shop}`)
  if (!app) throw new Error(`Nobody plays ${play.provider}`)
  return { shop, app }
}

/** Pastes Encore's address into a review app; some try it out at once. */
export async function paste(simulator: Simulator, play: Pick<Play, 'shop' | 'provider'>, address: string): Promise<PlayedDelivery | null> {
  const { shop, app } = await playerOf(simulator, play)
  await simulator.store.setSetting(addressKey(shop.domain, play.provider), address.trim())
  if (!app.tries || !address.trim()) return null
  return dispatch(simulator, { ...(await routeOf(simulator, shop, app, play)), event: 'created', body: '', mischief: null })
}

/** Writes the review down, so that the app's API knows it too, and sends its webhook. */
export async function tell(simulator: Simulator, play: Play): Promise<{ review: PlayedReview; deliveries: PlayedDelivery[] }> {
  const { shop, app } = await playerOf(simulator, play)
  const review = await written(simulator, shop, play)
  const payload = app.payload(review)
  if (!payload) throw new Error(`${app.label} never tells of a review that was ${review.event}`)
  if (play.provider === 'shopify') {
    await simulator.announce(shop, METAOBJECT_TOPICS[review.event as keyof typeof METAOBJECT_TOPICS], payload)
    return { review, deliveries: [] }
  }
  const route = await routeOf(simulator, shop, app, play)
  const deliveries: PlayedDelivery[] = []
  const deliveryId = `${review.id}-${review.event}-${Date.parse(review.updatedAt)}`
  for (let copy = 0; copy < (play.copies ?? 1); copy++) {
    const given = { ...route, event: review.event, body: JSON.stringify(payload), deliveryId, mischief: play.mischief ?? null }
    deliveries.push(await dispatch(simulator, given))
  }
  return { review, deliveries }
}

async function routeOf(simulator: Simulator, shop: SimShop, app: ReviewApp, play: Pick<Play, 'provider'> & { secret?: string }) {
  const isFlow = play.provider === 'flow'
  const address = isFlow ? await flowPath(simulator) : await simulator.store.setting(addressKey(shop.domain, play.provider), '')
  if (!address) throw new Error(`${app.label} has no address to send to yet: paste the one that Encore shows`)
  const { pathname, search } = new URL(address, simulator.app.url)
  const own = isFlow ? simulator.app.secret : (app.keys(shop.domain).secret ?? '')
  return { shop: shop.domain, shopId: shop.id, provider: play.provider, path: `${pathname}${search}`, secret: play.secret ?? own }
}

async function written(simulator: Simulator, shop: SimShop, play: Play): Promise<PlayedReview> {
  const now = simulator.clock.now().toISOString()
  const before = play.reviewId ? await simulator.store.get(shop.domain, 'playedReview', play.reviewId) : null
  const order = play.orderId ? await simulator.store.get(shop.domain, 'order', play.orderId) : null
  const product = before?.product ?? productOf(await found(simulator, shop, play.productId))
  const review: PlayedReview = {
    id: before?.id ?? (await simulator.store.nextId()),
    provider: play.provider,
    event: play.event ?? 'created',
    shop: shop.domain,
    shopId: shop.id,
    product,
    email: play.email ?? before?.email ?? 'shopper@example.com',
    author: before?.author ?? 'Ann B.',
    customerId: play.customerId ?? before?.customerId ?? (order?.customerId || null),
    orderId: play.orderId ?? before?.orderId ?? null,
    rating: play.rating ?? before?.rating ?? 4,
    title: before?.title ?? 'Good',
    text: play.text ?? before?.text ?? 'Soft and warm, the seams could be better.',
    photos: play.photos ?? before?.photos ?? 0,
    videos: play.videos ?? before?.videos ?? 0,
    oddity: play.oddity ?? before?.oddity ?? null,
    writtenAt: before?.writtenAt ?? play.writtenAt ?? now,
    updatedAt: now,
  }
  await simulator.store.put(shop.domain, 'playedReview', review)
  return review
}

async function found({ store }: Simulator, shop: SimShop, id: number | undefined): Promise<SimProduct> {
  const product = id ? await store.get(shop.domain, 'product', id) : (await store.list(shop.domain, 'product', { limit: 1 }))[0]
  if (!product) throw new Error(`${shop.name} has no product ${id ?? ''}`)
  return product
}

const productOf = ({ id, handle, title, variants }: SimProduct): PlayedReview['product'] => ({
  id,
  handle,
  title,
  sku: variants[0]?.sku ?? '',
})
