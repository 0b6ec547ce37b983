import { Hono } from 'hono'
import type { Context } from 'hono'
import { log } from '../platform/log.server.ts'
import type { Purchase } from '../surfaces/purchase.ts'
import { REQUESTS, wrongField, type RequestName } from '../surfaces/requests.ts'
import type { Surfaces } from '../surfaces/surfaces.server.ts'
import { readToken } from '../surfaces/token.server.ts'

const MOST_BYTES = 256 * 1024

// The extension runs on an origin that Shopify does not promise to keep.
const HEADERS = { 'content-type': 'application/json', 'access-control-allow-origin': '*' }
const PREFLIGHT = {
  ...HEADERS,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
}

const answer = (json: string, status = 200): Response => new Response(json, { status, headers: HEADERS })

/** The shoppers' requests: parse, verify whose purchase it is, ask the surfaces. */
export function surfaceRoutes(surfaces: Surfaces): Hono {
  const app = new Hono()
  app.post('/offer', (c) =>
    take(c, 'offer', async (_, purchase) => {
      const { json, late } = await surfaces.offer(purchase)
      return answer(json, late ? 503 : 200)
    }),
  )
  app.post('/accept', (c) =>
    take(c, 'accept', async (request, purchase) => answer(JSON.stringify(await surfaces.accept(purchase, request)))),
  )
  app.post('/outcome', (c) =>
    take(c, 'outcome', async (request, purchase) => answer(JSON.stringify(await surfaces.outcome(purchase, request)))),
  )
  app.post('/event', (c) => take(c, 'event', async (request, purchase) => answer(JSON.stringify(await surfaces.event(purchase, request)))))
  app.options('*', () => new Response(null, { status: 204, headers: PREFLIGHT }))
  return app
}

type Parsed<Name extends RequestName> = (typeof REQUESTS)[Name]['_output']

async function take<Name extends RequestName>(
  c: Context,
  name: Name,
  act: (request: Parsed<Name>, purchase: Purchase) => Promise<Response>,
): Promise<Response> {
  const text = await c.req.text()
  if (text.length > MOST_BYTES) return answer('{"error":"too large"}', 413)
  const parsed = REQUESTS[name].safeParse(json(text))
  if (!parsed.success) return answer(JSON.stringify({ error: 'malformed', field: wrongField(parsed.error) }), 400)
  const request = parsed.data as Parsed<Name>
  const purchase = readToken(request.token)
  if (!purchase.ok) {
    log.warn({ request: name, fault: purchase.because, ...purchase.detail }, 'a token was refused')
    return answer(JSON.stringify({ error: 'token', because: purchase.because }), 401)
  }
  // Not the router's own `onError`: with it every request of these paths would pass through one more layer.
  try {
    return await act(request, purchase.value)
  } catch (error) {
    log.error({ err: error, request: name }, 'a surface request failed')
    return answer('{"error":"Something went wrong on our side"}', 500)
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
