import type { Part, Routes, Visit } from '../routes.ts'
import { feraReview } from './apps/fera.ts'
import { yotpoReview } from './apps/yotpo.ts'
import { okendo } from './apps/okendo.ts'
import { judgeme } from './apps/judgeme.ts'
import type { PlayedReview } from './played.ts'
import { keyFor } from './signing.ts'

const refused = (status: number, error: string) => Response.json({ error }, { status })

/** The first shop whose key this is. */
async function ownerOf({ simulator }: Visit, isKey: (shop: string) => boolean): Promise<string | null> {
  return (await simulator.store.shops()).find(({ domain }) => isKey(domain))?.domain ?? null
}

async function reviewOf(visit: Visit, shop: string, provider: string, id: string): Promise<PlayedReview | null> {
  const found = /^\d+$/.test(id) ? await visit.simulator.store.get(shop, 'playedReview', Number(id)) : null
  return found?.provider === provider && found.event !== 'deleted' ? found : null
}

/** The review apps' own interfaces, as far as Encore asks them: strict about keys, silent about strangers' reviews. */
export const providerApis: Part = (routes, simulator) => {
  routes.route('provider-api', 'POST', '/oauth/token', async (visit) => {
    if (visit.url.hostname !== 'api.yotpo.com') return refused(404, 'not found')
    const asked = (await visit.request.json()) as Record<string, unknown>
    const shop = await ownerOf(visit, (domain) => asked['client_id'] === keyFor(domain, 'yotpo', 'app'))
    if (!shop || asked['client_secret'] !== keyFor(shop, 'yotpo', 'secret')) return refused(401, 'invalid_client')
    if (asked['grant_type'] !== 'client_credentials') return refused(400, 'unsupported_grant_type')
    return Response.json({ access_token: keyFor(shop, 'yotpo', 'utoken'), token_type: 'bearer' })
  })
  routes.route('provider-api', 'GET', '/reviews/:id', async (visit) => {
    if (visit.url.hostname !== 'api.yotpo.com') return refused(404, 'not found')
    const token = visit.url.searchParams.get('utoken')
    const shop = await ownerOf(visit, (domain) => token === keyFor(domain, 'yotpo', 'utoken'))
    if (!shop) return refused(401, 'invalid utoken')
    const review = await reviewOf(visit, shop, 'yotpo', visit.params['id'] ?? '')
    const status = { code: 200, message: 'OK' }
    return review ? Response.json({ status, response: { review: yotpoReview(review) } }) : refused(404, 'review not found')
  })
  routes.route('provider-api', 'GET', '/v3/private/reviews/:id', async (visit) => {
    if (visit.url.hostname !== 'api.fera.ai') return refused(404, 'not found')
    const key = visit.request.headers.get('secret-key')
    const shop = await ownerOf(visit, (domain) => key === `sk_${keyFor(domain, 'fera', 'secret')}`)
    if (!shop) return refused(401, 'The secret key is not valid')
    const review = await reviewOf(visit, shop, 'fera', (visit.params['id'] ?? '').replace(/^frev_/, ''))
    return review ? Response.json(feraReview(review)) : refused(404, 'Review not found')
  })
  signedApps(routes)
  routes.route('provider-api', 'ALL', '*', ({ url }) => {
    simulator.log(`Nobody plays ${url.host}${url.pathname}`)
    return new Response(`The simulator does not model ${url.host}${url.pathname}\n`, { status: 501 })
  })
}

/** Those that sign need not be asked; they answer all the same. */
function signedApps(routes: Routes): void {
  routes.route('provider-api', 'GET', '/api/v1/reviews/:id', async (visit) => {
    if (visit.url.hostname !== 'judge.me') return refused(404, 'not found')
    const { searchParams } = visit.url
    const shop = await ownerOf(visit, (domain) => searchParams.get('api_token') === judgeme.keys(domain).secret)
    if (!shop || searchParams.get('shop_domain') !== shop) return refused(401, 'Invalid api_token or shop_domain')
    const review = await reviewOf(visit, shop, 'judgeme', visit.params['id'] ?? '')
    const told = review && (judgeme.payload(review) as { review: object } | null)
    return told ? Response.json({ review: told.review }) : refused(404, 'Review not found')
  })
  routes.route('provider-api', 'GET', '/enterprise/reviews/:id', async (visit) => {
    if (visit.url.hostname !== 'api.okendo.io') return refused(404, 'not found')
    const wanted = visit.request.headers.get('authorization')
    const basic = (domain: string) =>
      `Basic ${Buffer.from(`${keyFor(domain, 'okendo', 'subscriber')}:${keyFor(domain, 'okendo', 'api')}`).toString('base64')}`
    const shop = await ownerOf(visit, (domain) => wanted === basic(domain))
    if (!shop) return refused(401, 'Unauthorized')
    const review = await reviewOf(visit, shop, 'okendo', (visit.params['id'] ?? '').replace(/^okendo-/, ''))
    const told = review && (okendo.payload(review) as { resource: object } | null)
    return told ? Response.json({ review: told.resource }) : refused(404, 'Not found')
  })
}
