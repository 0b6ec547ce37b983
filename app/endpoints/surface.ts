import { Hono } from 'hono'
import { readBody } from '../platform/body.server.ts'
import { answering } from '../platform/listener.server.ts'
import type { Listener, Reply } from '../platform/listener.server.ts'
import { log } from '../platform/log.server.ts'
import type { Purchase } from '../surfaces/decide/purchase.ts'
import { REQUESTS, wrongField, type RequestName } from '../surfaces/requests.ts'
import type { Surfaces } from '../surfaces/surfaces.server.ts'
import { readToken } from '../surfaces/decide/token.server.ts'

const MOST_BYTES = 256 * 1024
const TOO_LARGE: Reply = { body: '{"error":"too large"}', status: 413 }

// The extension runs on an origin that Shopify does not promise to keep.
const HEADERS = { 'content-type': 'application/json', 'access-control-allow-origin': '*' }
const PREFLIGHT = {
  ...HEADERS,
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
}

const ok = (value: object): Reply => ({ body: JSON.stringify(value), status: 200 })

/** The shoppers' requests: parse, verify whose purchase it is, ask the surfaces. */
export function surfaceRoutes(surfaces: Surfaces): Hono {
  const app = new Hono()
  const on = (path: string, take: (text: string) => Reply | Promise<Reply>) =>
    app.post(path, async (c) => {
      const { body, rest, status } = await take(await c.req.text())
      return new Response(rest === undefined ? body : Buffer.from(body + rest, 'latin1'), { status, headers: HEADERS })
    })
  on('/offer', takeOffer(surfaces))
  on('/accept', (text) => take('accept', text, async (purchase, request) => ok(await surfaces.accept(purchase, request))))
  on('/outcome', (text) => take('outcome', text, async (purchase, request) => ok(await surfaces.outcome(purchase, request))))
  on('/event', (text) => take('event', text, async (purchase, request) => ok(await surfaces.event(purchase, request))))
  app.options('*', () => new Response(null, { status: 204, headers: PREFLIGHT }))
  return app
}

/** `POST /surface/offer`, the one request that every purchase makes. */
export function offerListener(surfaces: Surfaces): Listener {
  const taken = takeOffer(surfaces)
  return answering({
    isOurs: ({ method, url }) => method === 'POST' && url === '/surface/offer',
    headers: HEADERS,
    take: async (request) => {
      const body = await readBody(request, MOST_BYTES)
      return body === 'too-large' ? TOO_LARGE : await taken(body.toString())
    },
  })
}

const takeOffer = (surfaces: Surfaces) => (text: string) =>
  take('offer', text, async (purchase) => {
    const { head, rest, late } = await surfaces.offer(purchase)
    return { body: head, rest, status: late ? 503 : 200 }
  })

type Parsed<Name extends RequestName> = (typeof REQUESTS)[Name]['_output']

// Not async, so that the text and its token are not kept, and copied by the garbage collector, for as long as the answer takes.
function take<Name extends RequestName>(
  name: Name,
  text: string,
  act: (purchase: Purchase, request: Parsed<Name>) => Promise<Reply>,
): Reply | Promise<Reply> {
  if (text.length > MOST_BYTES) return TOO_LARGE
  const parsed = REQUESTS[name].safeParse(json(text))
  if (!parsed.success) return { body: JSON.stringify({ error: 'malformed', field: wrongField(parsed.error) }), status: 400 }
  const request = parsed.data as Parsed<Name>
  const purchase = readToken(request.token)
  if (!purchase.ok) {
    log.warn({ request: name, fault: purchase.because, ...purchase.detail }, 'a token was refused')
    return { body: JSON.stringify({ error: 'token', because: purchase.because }), status: 401 }
  }
  return act(purchase.value, request).catch((error: unknown) => {
    log.error({ err: error, request: name }, 'a surface request failed')
    return { body: '{"error":"Something went wrong on our side"}', status: 500 }
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
