import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'

const BUNDLE = new URL('../../extensions/post-purchase-offer/dist/post-purchase-offer.js', import.meta.url)

/** The extension as Shopify runs it, for the editor's preview. Read anew each time: in development it is built anew under us. */
export const previewRoutes = new Hono().get('/extension.js', async (c) => {
  const script = await readFile(BUNDLE, 'utf8').catch(() => null)
  if (script === null) return c.text('The extension is not built yet: npm run build', 404)
  return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' })
})
