import { createHmac, randomUUID } from 'node:crypto'
import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { idToken } from './issue.ts'

/** What the admin adds to the app's address when it opens it in its iframe. */
export function embeddedQuery(simulator: Simulator, shop: SimShop, locale = 'en'): URLSearchParams {
  const query = new URLSearchParams({
    embedded: '1',
    host: Buffer.from(`admin.shopify.com/store/${shop.handle}`).toString('base64'),
    id_token: idToken(simulator, shop),
    locale,
    session: randomUUID().replaceAll('-', ''),
    shop: shop.domain,
    timestamp: String(Math.floor(simulator.clock.now().getTime() / 1000)),
  })
  query.sort()
  query.set('hmac', createHmac('sha256', simulator.app.secret).update(query.toString()).digest('hex'))
  return query
}
