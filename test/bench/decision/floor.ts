// The floor: bare node:http that reads the same body, checks the same token and does nothing else. Shares no code with app/.
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

const key = createSecretKey(Buffer.from(process.env['SHOPIFY_API_SECRET'] ?? ''))

function isGood(token: string): boolean {
  const dot = token.lastIndexOf('.')
  const given = Buffer.from(token.slice(dot + 1), 'base64url')
  const expected = createHmac('sha256', key).update(token.slice(0, dot)).digest()
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
  const claims = JSON.parse(Buffer.from(token.slice(token.indexOf('.') + 1, dot), 'base64url').toString())
  return claims.iss === 'shopify' && claims.exp * 1000 > Date.now()
}

const readAll = (request: IncomingMessage, then: (text: string) => void) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => then(chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString()))
}

const server = createServer((request, response) => {
  readAll(request, (text) => {
    const body = isGood(JSON.parse(text).token) ? '{"show":false}' : '{"error":"token"}'
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'content-length': body.length })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
})
process.on('disconnect', () => process.exit(0))
