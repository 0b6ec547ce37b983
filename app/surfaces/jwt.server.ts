import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'

// HS256 is one HMAC: on the hot path node:crypto does it at once, where WebCrypto (jose) waits for a thread of its pool.
const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')

export const keyOf = (secret: string | Buffer): KeyObject => createSecretKey(Buffer.from(secret))

/** A key of our own for one purpose, so that what we sign for ourselves can never pass for something signed for Shopify. */
export const derivedKey = (secret: string, purpose: string): KeyObject => keyOf(createHmac('sha256', secret).update(purpose).digest())

export function signJwt(claims: object, key: KeyObject): string {
  const signed = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

export type JwtFault = 'malformed' | 'algorithm' | 'signature'

/** The claims of a JWT that this key signed with HS256; nothing in them is checked. */
export function verifyJwt(token: string, key: KeyObject): { claims: unknown } | { fault: JwtFault } {
  const dot = token.lastIndexOf('.')
  const middle = token.indexOf('.')
  if (middle <= 0 || dot <= middle) return { fault: 'malformed' }
  const header = token.slice(0, middle)
  if (header !== HEADER && algorithmOf(header) !== 'HS256') return { fault: 'algorithm' }
  const expected = createHmac('sha256', key).update(token.slice(0, dot)).digest()
  const given = Buffer.from(token.slice(dot + 1), 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { fault: 'signature' }
  const claims = parse(token.slice(middle + 1, dot))
  return claims === undefined ? { fault: 'malformed' } : { claims }
}

const algorithmOf = (header: string): unknown => (parse(header) as { alg?: unknown } | undefined)?.alg

function parse(part: string): object | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
