// `bin/app.mjs` starts this, in production as on a laptop. Node runs this file and all of app/**/*.server.ts directly; the pages come from
// build/server (`npm run build`), whose I/O modules stay outside the bundle, so both share one pool, one meter and one snapshot.
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { blockRoutes } from './endpoints/block.ts'
import { mailRoutes } from './endpoints/mail.ts'
import { feedRoutes } from './endpoints/feeds.ts'
import { previewRoutes } from './endpoints/preview.ts'
import { providerListener } from './endpoints/providers.ts'
import { proxyRoutes } from './endpoints/proxy.ts'
import { offerListener, surfaceRoutes } from './endpoints/surface.ts'
import { textRoutes } from './endpoints/texts.ts'
import { webhookListener } from './endpoints/webhooks.ts'
import { pool } from './platform/db.server.ts'
import { environment } from './platform/env.server.ts'
import type { Variables } from './platform/env.server.ts'
import { answerFailure } from './platform/failures.server.ts'
import { log } from './platform/log.server.ts'
import { builtPages, devPages } from './pages.server.ts'
import type { Pages } from './pages.server.ts'
import { blocks, surfaces } from './wiring.server.ts'

export interface Web {
  url: string
  port: number
  /** Accepts nothing new, finishes what is in hand, and is done within eight seconds. */
  stop(): Promise<void>
}

const GRACE = 8_000
// Longer than the sixty seconds of most reverse proxies: whoever reuses a connection must not meet its end.
const KEPT_ALIVE = 65_000

/** Endpoints first, because they must be fast; whatever they do not know is a page of the admin. */
export async function startWeb({ env, dev = false }: { env?: Variables; dev?: boolean } = {}): Promise<Web> {
  const { HOST, PORT } = environment(env)
  collectLess()
  await pool.query('select 1')
  await surfaces.prepare()
  const server = createServer({ keepAliveTimeout: KEPT_ALIVE })
  const pages = dev ? await devPages(server) : await builtPages()
  server.on('request', listener(pages))
  const port = await listen(server, PORT, HOST)
  log.info({ port }, 'Encore serves')
  return { url: `http://${HOST}:${port}`, port, stop: () => stopServing(server, pages) }
}

/** What lies outside V8's heap, as bodies do, counts with the heap: by itself every 64 MB of them cost a full collection. */
function collectLess(): void {
  // Older ones do not know the flag, and complain.
  if (Number.parseInt(process.versions.v8, 10) >= 13) setFlagsFromString('--external-memory-accounted-in-global-limit')
}

function listener(pages: Pages): (request: IncomingMessage, response: ServerResponse) => void {
  const app = new Hono()
    // PostgreSQL keeps no such character.
    .use(async (c, next) => (c.req.raw.url.includes('%00') ? c.text('An address holds no NUL character', 400) : next()))
    .get('/healthz', async (c) => {
      const reached = await pool.query('select 1').catch(() => null)
      return reached ? c.text('ok') : c.text('the database is not reachable', 503)
    })
    .route('/surface', surfaceRoutes(surfaces))
    .route('/surface', blockRoutes(blocks))
    .route('/proxy', proxyRoutes)
    .route('/feeds', feedRoutes)
    .route('/mail', mailRoutes)
    .route('/texts', textRoutes)
    .route('/preview', previewRoutes)
  pages.serve(app)
  app.onError(answerFailure)
  const answer = getRequestListener(app.fetch)
  const isOffer = offerListener(surfaces)
  return (request, response) =>
    void (
      isOffer(request, response) ||
      providerListener(request, response) ||
      webhookListener(request, response) ||
      pages.before(request, response, () => void answer(request, response))
    )
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

async function stopServing(server: Server, pages: Pages): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
  const deadline = setTimeout(() => server.closeAllConnections(), GRACE)
  // A connection that was answering when it closed is kept alive by its client otherwise, and waited for until the deadline.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await pages.close()
  await closed
  clearInterval(sweep)
  await surfaces.settled()
  clearTimeout(deadline)
}
