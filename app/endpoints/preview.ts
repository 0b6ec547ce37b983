import { readFile } from 'node:fs/promises'
import { Hono, type Handler } from 'hono'

/** An extension as Shopify runs it, for a preview. Read anew each time: in development it is built anew under us. */
const bundle =
  (name: string): Handler =>
  async (c) => {
    const script = await readFile(new URL(`../../extensions/${name}/dist/${name}.js`, import.meta.url), 'utf8').catch(() => null)
    if (script === null) return c.text('The extension is not built yet: npm run build', 404)
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' })
  }

export const previewRoutes = new Hono().get('/extension.js', bundle('post-purchase-offer')).get('/block.js', bundle('thank-you-offer'))
