import { createHmac, randomUUID } from 'node:crypto'
import { db } from '#app/platform/db.server.ts'
import { declared } from '../support/toml.ts'
import { SECRET } from '../platform/world.ts'

/** A shop that has opened Encore before, so that its token is stored and nobody outside is asked. */
export async function opened(shop: string): Promise<void> {
  await db.shop.create({ data: { shop, name: 'Aurora', currency: 'EUR', timeZone: 'Europe/Berlin' } })
  const session = { id: `offline_${shop}`, shop, state: '', isOnline: false, accessToken: 'token', scope: declared.scopes.join(',') }
  await db.session.create({ data: { ...session, expires: new Date('2100-01-01T00:00:00Z') } })
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function idToken(shop: string): string {
  const now = Math.floor(Date.now() / 1000)
  const dates = { exp: now + 60, nbf: now, iat: now }
  const claims = { iss: `https://${shop}/admin`, dest: `https://${shop}`, aud: 'key', sub: '1', jti: randomUUID(), sid: 'sid', ...dates }
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`
}

/** What App Bridge makes of a fetch from one of Encore's pages. */
export function asks(shop: string, path: string, body?: unknown): Request {
  const headers = { authorization: `Bearer ${idToken(shop)}`, 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 Chrome/140.0' }
  const sent = body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }
  return new Request(`https://encore.test${path}`, { headers, ...sent })
}

type Thrown = { init?: { status?: number } | null; data?: unknown } & Partial<Response>

/** Status and content of what a loader or an action answered or threw. */
export async function answerOf(asking: Promise<unknown>): Promise<{ status: number; body: unknown; location: string | null }> {
  const told = (await asking.catch((thrown: unknown) => thrown)) as Thrown
  if (told instanceof Error) throw told
  if (told instanceof Response) return { status: told.status, body: null, location: told.headers.get('location') }
  const wrapped = told !== null && typeof told === 'object' && 'init' in told
  return { status: (wrapped && told.init?.status) || 200, body: wrapped ? told.data : told, location: null }
}
