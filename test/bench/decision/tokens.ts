import { createHmac } from 'node:crypto'
import { COUNTRIES, COUNTS, referenceOf, SHOP } from './counts.ts'

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const HEADER = part({ alg: 'HS256', typ: 'JWT' })
const money = (cents: number) => {
  const amount = (cents / 100).toFixed(2)
  return { shopMoney: { amount, currencyCode: 'EUR' }, presentmentMoney: { amount, currencyCode: 'EUR' } }
}

/** A whole HTTP request for the purchase with this number: a purchase of its own, the customers taken in turn. */
export function requestOf(number: number, secret: string): Buffer {
  const body = JSON.stringify({ token: tokenOf(number, secret) })
  const head = `POST /surface/offer HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  return Buffer.from(head + body)
}

function tokenOf(number: number, secret: string): string {
  const iat = Math.floor(Date.now() / 1000)
  const referenceId = referenceOf(number)
  const lineItems = Array.from({ length: 1 + (number % 3) }, (_, index) => lineOf((number * 7_919 + index * 104_729) % COUNTS.products))
  const initialPurchase = {
    referenceId,
    customerId: `${1 + ((number * 61) % COUNTS.customers)}`,
    destinationCountryCode: COUNTRIES[number % COUNTRIES.length],
    totalPriceSet: money(2_000 + (number % 100) * 150),
    lineItems,
  }
  const input_data = {
    extensionPoint: 'Checkout::PostPurchase::ShouldRender',
    locale: number % 4 ? 'en' : 'ar',
    version: 'unstable',
    shop: { id: 1, domain: SHOP, metafields: [] },
    initialPurchase,
  }
  const text = `${HEADER}.${part({ iss: 'shopify', sub: referenceId, iat, exp: iat + 3_600, input_data })}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

const lineOf = (n: number) => ({
  product: { id: n + 1, title: `Product ${n + 1}`, variant: { id: n + 1_000_001, title: 'Default Title', metafields: [] }, metafields: [] },
  quantity: 1,
  totalPriceSet: money(1_000 + (n % 9_000)),
})
