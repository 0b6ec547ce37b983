import { hash, timingSafeEqual } from 'node:crypto'

const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')

const BLOCK = 64 // bytes that SHA-256 takes at a time
const HASH = 32 // bytes that it gives

/** A secret as HMAC uses it (RFC 2104): padded to a block, once for each of its two hashes. */
export interface Key {
  inner: Buffer
  outer: Buffer // with room for the inner hash behind it
}

export function keyOf(secret: string | Buffer): Key {
  const bytes = Buffer.from(secret)
  const block = Buffer.concat([bytes.length > BLOCK ? hash('sha256', bytes, 'buffer') : bytes], BLOCK)
  const padded = (pad: number) => Buffer.from(block.map((byte) => byte ^ pad))
  return { inner: padded(0x36), outer: Buffer.concat([padded(0x5c)], BLOCK + HASH) }
}

// HS256 is one HMAC. WebCrypto (jose) waits for a thread of its pool, and `createHmac` makes a stream for each text: either costs a
// decision several times what the two hashes do. As text each hash costs half of what it does as a buffer, which has to be collected.
function hmac(text: string, { inner, outer }: Key): string {
  const room = roomFor(BLOCK + text.length * 3) // as much as UTF-8 can take
  const end = BLOCK + room.write(text, inner.copy(room))
  outer.write(hash('sha256', room.subarray(0, end)), BLOCK, 'hex')
  return hash('sha256', outer, 'base64url')
}

// Thousands of tokens a second would each leave kilobytes behind to be collected.
let room = Buffer.allocUnsafeSlow(8_192)
const roomFor = (bytes: number): Buffer => (bytes <= room.length ? room : (room = Buffer.allocUnsafeSlow(bytes)))

/** A key of our own for one purpose, so that what we sign for ourselves can never pass for something signed for Shopify. */
export const derivedKey = (secret: string, purpose: string): Key => keyOf(Buffer.from(hmac(purpose, keyOf(secret)), 'base64url'))

export function signJwt(claims: object, key: Key): string {
  const signed = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  return `${signed}.${hmac(signed, key)}`
}

export type JwtFault = 'malformed' | 'algorithm' | 'signature'

/** The claims of a JWT that this key signed with HS256; nothing in them is checked. */
export function verifyJwt(token: string, key: Key): { claims: unknown } | { fault: JwtFault } {
  const dot = token.lastIndexOf('.')
  const middle = token.indexOf('.')
  if (middle <= 0 || dot <= middle) return { fault: 'malformed' }
  const header = token.slice(0, middle)
  if (header !== HEADER && algorithmOf(header) !== 'HS256') return { fault: 'algorithm' }
  // As texts: Node reads + as it reads -, and passes over the last two bits, so that several texts would be one signature.
  const expected = Buffer.from(hmac(token.slice(0, dot), key))
  const given = Buffer.from(token.slice(dot + 1))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { fault: 'signature' }
  const claims = parse(token.slice(middle + 1, dot))
  return claims === undefined ? { fault: 'malformed' } : { claims }
}

const algorithmOf = (header: string): unknown => (parse(header) as { alg?: unknown } | undefined)?.alg

function parse(part: string): object | undefined {
  try {
    const room = roomFor(part.length)
    const value: unknown = JSON.parse(room.toString('utf8', 0, room.write(part, 'base64url')))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
