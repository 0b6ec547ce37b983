import { Hono } from 'hono'
import { environment } from '../platform/env.server.ts'
import { now } from '../platform/clock.server.ts'
import { isSignedProxyRequest } from '../platform/shopify/proxy.server.ts'

/** The shop's own domain, by way of Shopify's app proxy. Nothing is served there yet; an unsigned caller is not even told so. */
export const proxyRoutes = new Hono().all('*', ({ req }) => {
  const query = new URL(req.url).searchParams
  const signed = isSignedProxyRequest(query, environment().SHOPIFY_API_SECRET, now())
  return signed ? new Response('Not found', { status: 404 }) : new Response('Bad request', { status: 400 })
})
