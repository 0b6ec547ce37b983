import { Hono } from 'hono'
import { googleFeed, isFeedToken } from '../reviews/export/export.server.ts'

/** What other programs fetch at an address that only they were told. */
export const feedRoutes = new Hono().get('/:shop/:token/google-reviews.xml', async (c) => {
  const { shop, token } = c.req.param()
  if (!isFeedToken(shop, token)) return c.text('Not found', 404)
  return new Response(await googleFeed(shop), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
})
