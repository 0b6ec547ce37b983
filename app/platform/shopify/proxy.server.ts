import { createHmac, timingSafeEqual } from 'node:crypto'
import { MAY_LAG, SECONDS } from '../../values/time.ts'

const WINDOW = 90 * SECONDS
const ONCE = ['shop', 'signature', 'timestamp']
// Shopify signs whatever a visitor put into the address too: a second one of these is hers, and would speak for somebody else.
const AT_MOST_ONCE = ['logged_in_customer_id', 'path_prefix']

/** Shopify's app-proxy signature (contracts: app proxy): sorted `key=value` with nothing between, repeated keys joined by a comma. */
export function isSignedProxyRequest(query: URLSearchParams, secret: string, now: Date): boolean {
  if (ONCE.some((key) => query.getAll(key).length !== 1)) return false
  if (AT_MOST_ONCE.some((key) => query.getAll(key).length > 1)) return false
  const age = now.getTime() - Number(query.get('timestamp')) * SECONDS
  if (!(age <= WINDOW && age >= -MAY_LAG)) return false
  const given = Buffer.from(query.get('signature') ?? '', 'utf8')
  const expected = Buffer.from(proxySignature(query, secret), 'utf8')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

export function proxySignature(query: URLSearchParams, secret: string): string {
  const keys = [...new Set(query.keys())].filter((key) => key !== 'signature').sort()
  const message = keys.map((key) => `${key}=${query.getAll(key).join(',')}`).join('')
  return createHmac('sha256', secret).update(message).digest('hex')
}
