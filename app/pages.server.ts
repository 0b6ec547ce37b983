import { existsSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { createRequestHandler } from '@remix-run/node'
import type { ServerBuild } from '@remix-run/node'
import type { Hono } from 'hono'
import { withTrueStatus } from './platform/failures.server.ts'

/** The merchant's pages: Remix, built or straight from the sources. */
export interface Pages {
  before(request: IncomingMessage, response: ServerResponse, next: () => void): void
  serve(app: Hono): void
  close(): Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const A_YEAR = 'public, max-age=31536000, immutable'

export async function builtPages(): Promise<Pages> {
  const bundle = `${root}build/server/index.js`
  if (!existsSync(bundle)) throw new Error('The pages are not built yet: npm run build')
  const build = (await import(pathToFileURL(bundle).href)) as ServerBuild
  const answer = createRequestHandler(build, 'production')
  return {
    before: (_request, _response, next) => next(),
    serve: (app) => {
      const client = `${root}build/client`
      // Vite puts a hash of the content into these names.
      app.use('/assets/*', serveStatic({ root: client, onFound: (_path, c) => c.header('cache-control', A_YEAR) }))
      app.use('*', serveStatic({ root: client, onFound: (_path, c) => c.header('cache-control', 'public, max-age=3600') }))
      app.all('*', async ({ req }) => withTrueStatus(req.raw, await answer(req.raw)))
    },
    close: async () => {},
  }
}

export async function devPages(server: Server): Promise<Pages> {
  const { createServer } = await import('vite')
  const vite = await createServer({ root, server: { middlewareMode: true, hmr: { server } }, appType: 'custom' })
  const answer = createRequestHandler(() => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>, 'development')
  return {
    before: (request, response, next) => vite.middlewares(request, response, next),
    serve: (app) => void app.all('*', ({ req }) => answer(req.raw)),
    close: () => vite.close(),
  }
}
