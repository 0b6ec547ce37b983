import { createHmac, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Seal, SealKeys } from './seal.ts'
import { standardSignature } from './seal.server.ts'

/** What goes with a body so that its own door takes it. */
export interface Signed {
  headers: Record<string, string>
  query?: Record<string, string>
}
type Sign<Kind extends Seal['kind']> = (seal: Extract<Seal, { kind: Kind }>, body: string, secret: string, keys: SealKeys, now: Date) => Signed | Promise<Signed> // prettier-ignore

/** Signs as the review app would with the key that we were given. Without a key, or where none is wanted, nothing is signed. */
export function sign(seal: Seal, body: string, keys: SealKeys, now: Date): Signed | Promise<Signed> {
  if (seal.kind === 'address' || !keys.secret || (seal.kind === 'configured' && !keys.header)) return { headers: {} }
  return (SIGNS[seal.kind] as Sign<Seal['kind']>)(seal, body, keys.secret, keys, now)
}

const seconds = (now: Date): string => String(Math.floor(now.getTime() / 1_000))
const hmac = (secret: string, encoding: 'hex' | 'base64', ...parts: string[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHmac('sha256', secret)).digest(encoding)

const SIGNS: { [Kind in Exclude<Seal['kind'], 'address'>]: Sign<Kind> } = {
  hmac({ headers: [name = ''], encoding, over, timestamp }, body, secret, _keys, now) {
    const at = timestamp ? { [timestamp]: seconds(now) } : {}
    return { headers: { ...at, [name]: hmac(secret, encoding, ...(over ? [seconds(now), body] : [body])) } }
  },
  configured: (_seal, body, secret, { header, encoding }) => ({ headers: { [header ?? '']: hmac(secret, encoding ?? 'base64', body) } }),
  shopify: (_seal, body, secret) => ({ headers: { 'x-shopify-hmac-sha256': hmac(secret, 'base64', body) } }),
  standard({ prefixes: [prefix = ''] }, body, secret, _keys, now) {
    const id = `test_${randomUUID()}`
    const signature = standardSignature(secret, id, seconds(now), Buffer.from(body)) ?? ''
    return { headers: { [`${prefix}-id`]: id, [`${prefix}-timestamp`]: seconds(now), [`${prefix}-signature`]: signature } }
  },
  async jwt({ parameter }, _body, secret, { shop }, now) {
    const expires = Math.floor(now.getTime() / 1_000) + 300
    const token = new SignJWT({ store_domain: shop }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(expires)
    return { headers: {}, query: { [parameter]: await token.sign(Buffer.from(secret)) } }
  },
  'shared-secret': ({ headers: [name = ''], shopHeader }, _body, secret, { shop }) => ({ headers: { [name]: secret, [shopHeader]: shop } }),
}
