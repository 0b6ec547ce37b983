import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

/** As little as a webhook receiver can do: read the body, check the HMAC, answer. */
const secret = process.env['SHOPIFY_API_SECRET'] ?? ''

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const expected = createHmac('sha256', secret).update(Buffer.concat(chunks)).digest()
    const given = Buffer.from(String(request.headers['x-shopify-hmac-sha256']), 'base64')
    response.statusCode = given.length === expected.length && timingSafeEqual(given, expected) ? 200 : 401
    response.end()
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
