import { refuse, ok } from '../values/outcome.ts'
import type { Outcome } from '../values/outcome.ts'

/** What a webhook says about itself, before its body is read. */
export interface Envelope {
  source: 'shopify'
  shop: string
  id: string
  topic: string
  eventId: string | null
  apiVersion: string
  triggeredAt: Date | null
  signature: string
}

const SHOP = /^[a-z0-9][a-z0-9-]{0,60}\.myshopify\.com$/
const TOPIC = /^[a-z0-9_.]+(\/[a-z0-9_.]+)*$/
const MOST = 255

/** Shopify's headers (contracts: webhooks, headers); what Shopify's own library calls malformed is malformed here. */
export function readEnvelope(header: (name: string) => string | null | undefined): Outcome<Envelope, 'malformed'> {
  const said = (name: string) => header(name)?.trim() ?? ''
  const [signature, topic, shop] = [
    said('x-shopify-hmac-sha256'),
    said('x-shopify-topic').toLowerCase(),
    said('x-shopify-shop-domain').toLowerCase(),
  ]
  const [id, apiVersion, eventId] = [said('x-shopify-webhook-id'), said('x-shopify-api-version'), said('x-shopify-event-id')]
  if (!signature || !id || id.length > MOST || !apiVersion || eventId.length > MOST) return refuse('malformed')
  if (!SHOP.test(shop) || !TOPIC.test(topic)) return refuse('malformed')
  return ok({
    source: 'shopify',
    shop,
    id,
    topic,
    eventId: eventId || null,
    apiVersion,
    triggeredAt: readTime(said('x-shopify-triggered-at')),
    signature,
  })
}

// Shopify sends up to nanoseconds; a Date holds milliseconds.
function readTime(text: string): Date | null {
  const time = new Date(text.replace(/(\.\d{3})\d+/, '$1'))
  return Number.isNaN(time.getTime()) ? null : time
}

const isId = (key: string): boolean => key === 'id' || key.endsWith('_id')

/** JSON whose ids, and whatever else a number cannot hold exactly, come as text. Throws SyntaxError. */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, function (key: string, value: unknown, context?: { source?: string }) {
    if (typeof value !== 'number') return value
    const source = context?.source ?? String(value)
    return isId(key) || (Number.isInteger(value) && !Number.isSafeInteger(value)) ? source : value
  } as (key: string, value: unknown) => unknown)
}

/** The thing a delivery is about: one merchant action may touch several and share its event id among them. */
export function resourceOf(body: unknown): string {
  const named = (body ?? {}) as Record<string, unknown>
  const edit = named['order_edit'] as Record<string, unknown> | undefined
  const id = edit?.['id'] ?? named['id'] ?? named['admin_graphql_api_id'] ?? named['token'] ?? named['inventory_item_id'] ?? ''
  return [id, named['location_id']].filter(Boolean).join('@')
}
