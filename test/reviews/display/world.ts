import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { request } from 'node:http'
import { afterAll } from 'vitest'
import { proxyRoutes } from '#app/endpoints/proxy.ts'
import { db } from '#app/platform/db.server.ts'
import { showReviews } from '#app/reviews/display/show.server.ts'
import { countReviews } from '#app/reviews/display/summary.server.ts'
import { freePort } from '../../../bin/postgres.mjs'

/** The app's proxy routes, where the simulator looks for them. */
export async function serveProxy(): Promise<string> {
  const port = await freePort()
  const server = serve({ fetch: new Hono().route('/proxy', proxyRoutes).fetch, port, hostname: '127.0.0.1' })
  afterAll(() => void server.close())
  return `http://127.0.0.1:${port}`
}

/** A page of the simulated storefront. */
export const visitShop =
  (port: number, handle: string) =>
  (path: string, cookie = ''): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const headers = { host: `${handle}.localhost:${port}`, cookie }
      const outgoing = request({ host: '127.0.0.1', port, path, headers, agent: false }, (incoming) => {
        let text = ''
        incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
      })
      outgoing.on('error', reject).end()
    })

let made = 0

export const addReview = (shop: string, productId: string, more: object = {}) => {
  const id = `r${String((made += 1)).padStart(5, '0')}`
  const submittedAt = new Date(Date.UTC(2026, 0, 1) + made * 3_600_000)
  const told = {
    rating: 5,
    author: `Shopper ${made}`,
    language: 'en',
    source: 'form',
    body: `Text ${made}`,
    submittedAt,
    publishedAt: submittedAt,
  }
  return db.review.create({ data: { shop, id, productId, sourceId: id, ...told, ...more } })
}

/** As the event's reaction and its job do it. */
export async function changed(shop: string, productId: string): Promise<void> {
  await countReviews({ shop, productId })
  await showReviews({ shop })
}
