import { reviewLink } from '#app/reviews/collecting/link.server.ts'
import type { Page } from 'playwright-core'
import { CLIENT_ID, CLIENT_SECRET } from '../simulator/settings.ts'
import type { Stack } from '../support/stack.ts'
import { buy, domain, findOrder, query, settled, type Purchase } from './people.ts'

/** What was bought, and the address that the mail would bring. */
export interface Asked {
  orderId: string
  productIds: string[]
  address: string
}

/** A shopper buys, and is asked for a review: by hand, because how she is asked is another story. */
export async function askedFor(
  stack: Stack,
  page: Page,
  purchase: Purchase,
  language = 'en',
  alsoBought: readonly string[] = [],
): Promise<Asked> {
  const shop = purchase.shop ?? 'aurora'
  const token = await buy(stack, page, purchase)
  const order = await findOrder(stack, shop, token)
  await settled(stack)
  const [first] = order.lines
  const productIds = [String(first?.productId), ...alsoBought]
  const id = `request-${order.id}`
  await query(
    stack.databases.app,
    `insert into review_request (shop, id, order_id, state, language, product_ids, send_at, sent_at, updated_at)
     values ($1, $2, $3, 'sent', $4, $5, now(), now(), now())`,
    [domain(shop), id, String(order.id), language, productIds],
  )
  return { orderId: String(order.id), productIds, address: await linkTo(stack, shop, id) }
}

/** The link as the simulator's browser reaches it. */
async function linkTo(stack: Stack, shop: string, requestId: string): Promise<string> {
  Object.assign(process.env, {
    SHOPIFY_API_KEY: CLIENT_ID,
    SHOPIFY_API_SECRET: CLIENT_SECRET,
    SHOPIFY_APP_URL: stack.appUrl,
    DATABASE_URL: stack.databases.app,
  })
  const { pathname, search } = new URL(await reviewLink(domain(shop), requestId))
  return `${stack.shopUrl(shop)}${pathname}${search}`
}

export interface StoredReview {
  id: string
  rating: number
  body: string
  state: string
  version: number
  verified: boolean
}

export const storedReviews = (stack: Stack, shop = 'aurora'): Promise<StoredReview[]> =>
  query(stack.databases.app, 'select id, rating, body, state, version, verified from review where shop = $1 order by submitted_at', [
    domain(shop),
  ])
