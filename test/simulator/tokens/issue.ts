import { randomUUID } from 'node:crypto'
import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { signJwt } from './jwt.ts'

/** The merchant who sits at the simulated admin. */
export const STAFF = { id: 7_000_000_001, firstName: 'Ada', lastName: 'Owner', email: 'owner@example.com' }

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

/** What App Bridge hands out and the admin puts into the iframe's address: for one minute. */
export function idToken({ clock, app, settings }: Simulator, shop: Pick<SimShop, 'domain'>, session: string = randomUUID()): string {
  const now = seconds(clock.now())
  return signJwt(
    {
      iss: `https://${shop.domain}/admin`,
      dest: `https://${shop.domain}`,
      aud: app.clientId,
      sub: String(STAFF.id),
      exp: now + settings.idTokenSeconds,
      nbf: now,
      iat: now,
      jti: randomUUID(),
      sid: session,
    },
    app.secret,
  )
}

/** What a checkout or customer-account UI extension gets from sessionToken.get(); `dest` is without https:// there. */
export function sessionToken({ clock, app, settings }: Simulator, shop: Pick<SimShop, 'domain'>, customerId: number | null): string {
  const now = seconds(clock.now())
  return signJwt(
    {
      dest: shop.domain,
      aud: app.clientId,
      exp: now + settings.sessionTokenSeconds,
      nbf: now,
      iat: now,
      jti: randomUUID(),
      ...(customerId !== null && { sub: `gid://shopify/Customer/${customerId}` }),
    },
    app.secret,
  )
}
