import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { now } from '#app/platform/clock.server.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { readShoppersRewards } from '#app/rewards/list/shopper.server.ts'
import { shopperBlock } from '#app/reviews/shopper/block.ts'
import { readShopper } from '#app/reviews/shopper/block.server.ts'
import { authenticate } from '#app/shopify.server.ts'

/** For the block on a customer's page, which Shopify runs at an address of its own. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session, cors } = await authenticate.admin(request)
  const [shop, id] = [session.shop, params['id'] ?? '']
  const [known, earned, about] = await Promise.all([readShopper(shop, id), readShoppersRewards(shop, id), readShop(shop)])
  return cors(json(shopperBlock(known, earned, about?.timeZone ?? 'UTC', now())))
}
