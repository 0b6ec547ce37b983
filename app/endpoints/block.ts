import { Hono } from 'hono'
import { log } from '../platform/log.server.ts'
import type { Blocks } from '../surfaces/block/blocks.server.ts'
import { takePage } from '../surfaces/block/take-page.ts'
import type { Visitor } from '../surfaces/block/visitor.ts'
import { readSessionToken } from '../surfaces/block/visitor.server.ts'
import { BLOCK_REQUESTS, wrongField } from '../surfaces/requests.ts'
import { languageOf } from '../values/languages.ts'

const MOST_BYTES = 16 * 1024

// The extensions run on an origin that Shopify does not promise to keep.
const OPEN = { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'cache-control': 'no-store' }
const PAGE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }

const reply = (body: object, status = 200) => new Response(JSON.stringify(body), { status, headers: OPEN })

/** What the blocks on Shopify's pages ask: text with the token in it, so that no preflight is needed. */
export function blockRoutes(blocks: Blocks): Hono {
  return new Hono()
    .post('/block', async (c) => asked('block', await c.req.text(), (visitor, request) => blocks.answer(visitor, request)))
    .post('/block/event', async (c) => asked('event', await c.req.text(), (visitor, request) => blocks.event(visitor, request)))
    .get('/take', async (c) => {
      // To open the page gives nothing out: whoever looks ahead at links, takes nothing.
      const request = BLOCK_REQUESTS.take.safeParse(c.req.query())
      const language = languageOf(c.req.query('locale') ?? c.req.header('accept-language') ?? 'en')
      const overrides = request.success ? await blocks.wording(request.data.placement) : {}
      return c.html(takePage(language, request.success, overrides), request.success ? 200 : 400, PAGE)
    })
    .post('/take', async (c) => {
      const request = BLOCK_REQUESTS.take.safeParse(c.req.query())
      if (!request.success) return c.json({ error: 'malformed', field: wrongField(request.error) }, 400)
      return c.json(await blocks.take(request.data), 200, { 'cache-control': 'no-store' })
    })
}

type Asks = Pick<typeof BLOCK_REQUESTS, 'block' | 'event'>

async function asked<Name extends keyof Asks>(
  name: Name,
  text: string,
  act: (visitor: Visitor, request: Asks[Name]['_output']) => Promise<object>,
): Promise<Response> {
  if (text.length > MOST_BYTES) return reply({ error: 'too large' }, 413)
  const parsed = BLOCK_REQUESTS[name].safeParse(json(text))
  if (!parsed.success) return reply({ error: 'malformed', field: wrongField(parsed.error) }, 400)
  const visitor = readSessionToken(parsed.data.token)
  if (!visitor.ok) {
    log.warn({ request: name, fault: visitor.because, ...visitor.detail }, 'a token was refused')
    return reply({ error: 'token', because: visitor.because }, 401)
  }
  try {
    return reply(await act(visitor.value, parsed.data as Asks[Name]['_output']))
  } catch (error) {
    log.error({ err: error, request: name }, 'a block could not be answered')
    return reply({ error: 'Something went wrong on our side' }, 500)
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
