import { createHmac } from 'node:crypto'
import { faultyAnswer } from './faulty.ts'
import { forward } from './proxy.ts'
import type { Part, Visit } from './routes.ts'
import { raw, respond } from './storefront/html.ts'
import { storePage } from './storefront/shell.ts'
import { looksFor, shopperOf } from './storefront/shopper.ts'
import { themeEngine } from './theme/engine.ts'
import { asShopObject } from './theme/objects.ts'

/** <shop>/apps/reviews/* reaches the app signed, as `[app_proxy]` of shopify.app.toml says. */
export const appProxy: Part = (routes, { configuration: { proxy } }) => {
  if (!proxy) return
  const path = `/${proxy.prefix}/${proxy.subpath}`
  const answer = async (visit: Visit): Promise<Response> => {
    const { simulator, shop, url } = visit
    if (!shop?.installed) return new Response('Not found\n', { status: 404 })
    const fault = await faultyAnswer(visit, simulator.faults.take('app', shop.domain, url.pathname))
    if (fault) return fault
    const tooLarge = refuseSize(visit)
    if (tooLarge) return tooLarge
    const target = new URL(proxy.url.replace(/\/$/, '') + url.pathname.slice(path.length), simulator.app.url)
    target.search = signedQuery(url.searchParams, {
      secret: simulator.app.secret,
      shop: shop.domain,
      pathPrefix: path,
      customerId: loggedInCustomer(visit.request),
      timestamp: Math.floor(simulator.clock.now().getTime() / 1000),
    }).toString()
    return inTheme(visit, withoutCookies(await forward(visit, target, headersOf(visit))))
  }
  routes.route('storefront', 'ALL', path, answer)
  routes.route('storefront', 'ALL', `${path}/*`, answer)
}

/** Bodies of any kind are passed on as they come; only their size has an end. */
function refuseSize({ request, simulator }: Visit): Response | null {
  const large = Number(request.headers.get('content-length')) > simulator.settings.mostProxyBytes
  return large ? new Response('Request Entity Too Large\n', { status: 413 }) : null
}

export interface ProxyFacts {
  secret: string
  shop: string
  pathPrefix: string
  customerId: number | null
  timestamp: number
}

/** The shopper's own query with Shopify's parameters and the signature over all of it. */
export function signedQuery(query: URLSearchParams, facts: ProxyFacts): URLSearchParams {
  const signed = new URLSearchParams(query)
  for (const reserved of ['shop', 'logged_in_customer_id', 'path_prefix', 'timestamp', 'signature']) signed.delete(reserved)
  signed.set('shop', facts.shop)
  signed.set('logged_in_customer_id', facts.customerId === null ? '' : String(facts.customerId))
  signed.set('path_prefix', facts.pathPrefix)
  signed.set('timestamp', String(facts.timestamp))
  signed.set('signature', proxySignature(signed, facts.secret))
  return signed
}

/** Hex HMAC-SHA256 over the sorted `key=value` pairs, joined by nothing; the values of a repeated key are joined by commas. */
export function proxySignature(query: URLSearchParams, secret: string): string {
  const names = [...new Set(query.keys())].filter((name) => name !== 'signature')
  const message = names
    .map((name) => `${name}=${query.getAll(name).join(',')}`)
    .sort()
    .join('')
  return createHmac('sha256', secret).update(message).digest('hex')
}

/** The simulated storefront keeps its logged-in shopper in a cookie. */
export function loggedInCustomer(request: Request): number | null {
  const id = /(?:^|;\s*)simulated_customer=(\d+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return id === undefined ? null : Number(id)
}

function headersOf({ request, simulator, shop, incoming }: Visit): Record<string, string> {
  // Shopify strips cookies both ways.
  const kept = [...request.headers].filter(([name]) => !['cookie', 'host', 'connection', 'accept-encoding'].includes(name))
  return {
    ...Object.fromEntries(kept),
    host: new URL(simulator.app.url).host,
    'x-shopify-shop-domain': shop?.domain ?? '',
    'x-forwarded-for': incoming?.socket.remoteAddress ?? '127.0.0.1',
  }
}

function withoutCookies(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.delete('set-cookie')
  return new Response(response.body, { status: response.status, headers })
}

/** What an app answers as `application/liquid` is rendered within the shop's theme; its title is taken from no place but the shop's name. */
async function inTheme(visit: Visit, response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.includes('application/liquid')) return response
  const looks = looksFor(visit, shopperOf(visit))
  const engine = themeEngine({ snippets: {}, texts: new Map() }, { locale: looks.locale, timeZone: looks.shop.timeZone })
  const text = await engine.parseAndRender(await response.text(), { shop: asShopObject(looks.shop, visit.simulator.port) })
  return respond(storePage(looks, looks.shop.name, raw(text)), response.status)
}
