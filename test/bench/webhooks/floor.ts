import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { sender } from './payload.ts'

/** As little as a webhook receiver can do: read the body, check the HMAC, answer. */
const secret = process.env['SHOPIFY_API_SECRET'] ?? ''

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { headers } = request
    const prefix = sender === 'shopify' ? '' : `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.`
    const expected = createHmac('sha256', secret).update(prefix).update(Buffer.concat(chunks)).digest()
    const given = Buffer.from(String(headers['x-shopify-hmac-sha256'] ?? headers['webhook-signature']).replace('v1,', ''), 'base64')
    response.statusCode = given.length === expected.length && timingSafeEqual(given, expected) ? 200 : 401
    response.end()
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
