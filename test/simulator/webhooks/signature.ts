import { createHmac } from 'node:crypto'

/** Base64 HMAC-SHA256 of the raw body under the app's secret (X-Shopify-Hmac-Sha256). */
export function webhookSignature(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body, 'utf8').digest('base64')
}
