import type { SimShop } from '../model.ts'
import type { Part, Visit } from '../routes.ts'
import type { Simulator } from '../simulator.ts'
import { faultyAnswer } from '../faulty.ts'
import { type Grant, grant, refresh } from './access.ts'
import { STAFF } from './issue.ts'
import { readJwt } from './jwt.ts'

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token'
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token'
const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token'

export const tokenEndpoint: Part = (routes) => {
  routes.route('platform', 'POST', '/admin/oauth/access_token', async (visit) => {
    const { shop, simulator } = visit
    if (!shop) return refuse('invalid_request', 'no such shop')
    const fault = await faultyAnswer(visit, simulator.faults.take('token', shop.domain, visit.url.pathname))
    if (fault) return fault
    const asked = await fields(visit.request)
    if (asked['client_id'] !== simulator.app.clientId || asked['client_secret'] !== simulator.app.secret) {
      return refuse('invalid_client', 'client_id or client_secret is wrong', 401)
    }
    if (asked['grant_type'] === EXCHANGE) return exchange(simulator, shop, asked)
    if (asked['grant_type'] === 'refresh_token') return renew(simulator, shop, asked)
    return refuse('unsupported_grant_type', `grant_type ${asked['grant_type']}`)
  })
}

async function fields(request: Visit['request']): Promise<Record<string, string | undefined>> {
  const body = await request.text()
  if (!request.headers.get('content-type')?.includes('json')) return Object.fromEntries(new URLSearchParams(body))
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}

async function exchange(simulator: Simulator, shop: SimShop, asked: Record<string, string | undefined>): Promise<Response> {
  const wrong = whatIsWrong(simulator, shop, asked['subject_token'] ?? '')
  if (asked['subject_token_type'] !== ID_TOKEN) return refuse('invalid_request', 'subject_token_type must be an id_token')
  if (wrong) return refuse('invalid_subject_token', wrong)
  if (!shop.installed) return refuse('invalid_subject_token', 'the app is not installed')
  const kind = asked['requested_token_type']
  if (kind !== OFFLINE && kind !== ONLINE) return refuse('invalid_requested_token_type', `requested_token_type ${kind}`)
  const { scopes } = shop.installed
  if (kind === OFFLINE)
    return Response.json(spoken(await grant(simulator, shop.domain, { scopes, onlineUser: null, expiring: asked['expiring'] === '1' })))
  return Response.json({
    ...spoken(await grant(simulator, shop.domain, { scopes, onlineUser: STAFF.id, expiring: true })),
    associated_user_scope: scopes.join(','),
    associated_user: {
      id: STAFF.id,
      first_name: STAFF.firstName,
      last_name: STAFF.lastName,
      email: STAFF.email,
      email_verified: true,
      account_owner: true,
      locale: 'en',
      collaborator: false,
    },
  })
}

async function renew(simulator: Simulator, shop: SimShop, asked: Record<string, string | undefined>): Promise<Response> {
  const renewed = await refresh(simulator, shop, asked['refresh_token'] ?? '')
  // [unverified] the exact words; the library only looks at the status.
  return renewed ? Response.json(spoken(renewed)) : refuse('invalid_grant', 'This request requires an active refresh_token', 401)
}

function whatIsWrong({ app, clock }: Simulator, shop: SimShop, token: string): string | null {
  const claims = readJwt(token, app.secret)
  const now = clock.now().getTime() / 1000
  if (!claims) return 'the signature is wrong'
  if (claims['aud'] !== app.clientId) return 'the audience is another app'
  if (claims['dest'] !== `https://${shop.domain}`) return 'the token is for another shop'
  if (Number(claims['exp']) < now) return 'the token has expired'
  if (Number(claims['nbf']) > now + 10) return 'the token is not valid yet'
  return null
}

function spoken(issued: Grant): object {
  return {
    access_token: issued.accessToken,
    scope: issued.scopes.join(','),
    ...(issued.expiresIn !== null && { expires_in: issued.expiresIn }),
    ...(issued.refreshToken !== null && { refresh_token: issued.refreshToken, refresh_token_expires_in: issued.refreshExpiresIn }),
  }
}

function refuse(error: string, description: string, status = 400): Response {
  return Response.json({ error, error_description: description }, { status })
}
