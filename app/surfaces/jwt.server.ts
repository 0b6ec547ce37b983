import { hash, timingSafeEqual } from 'node:crypto'

const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')

const BLOCK = 64 // bytes that SHA-256 takes at a time

/** A secret as HMAC uses it (RFC 2104): padded to a block, once for each of its two hashes. */
export interface Key {
  inner: Buffer
  outer: Buffer
}

export function keyOf(secret: string | Buffer): Key {
  const bytes = Buffer.from(secret)
  const block = Buffer.concat([bytes.length > BLOCK ? hash('sha256', bytes, 'buffer') : bytes], BLOCK)
  const padded = (pad: number) => Buffer.from(block.map((byte) => byte ^ pad))
  return { inner: padded(0x36), outer: padded(0x5c) }
}

// HS256 is one HMAC. WebCrypto (jose) waits for a thread of its pool, and `createHmac` makes a stream for each text: either costs a
// decision several times what the two hashes do.
function hmac(text: string, { inner, outer }: Key): Buffer {
  const told = Buffer.allocUnsafe(BLOCK + Buffer.byteLength(text))
  told.write(text, inner.copy(told))
  return hash('sha256', Buffer.concat([outer, hash('sha256', told, 'buffer')]), 'buffer')
}

/** A key of our own for one purpose, so that what we sign for ourselves can never pass for something signed for Shopify. */
export const derivedKey = (secret: string, purpose: string): Key => keyOf(hmac(purpose, keyOf(secret)))

export function signJwt(claims: object, key: Key): string {
  const signed = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  return `${signed}.${hmac(signed, key).toString('base64url')}`
}

export type JwtFault = 'malformed' | 'algorithm' | 'signature'

/** The claims of a JWT that this key signed with HS256; nothing in them is checked. */
export function verifyJwt(token: string, key: Key): { claims: unknown } | { fault: JwtFault } {
  const dot = token.lastIndexOf('.')
  const middle = token.indexOf('.')
  if (middle <= 0 || dot <= middle) return { fault: 'malformed' }
  const header = token.slice(0, middle)
  if (header !== HEADER && algorithmOf(header) !== 'HS256') return { fault: 'algorithm' }
  const expected = hmac(token.slice(0, dot), key)
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
