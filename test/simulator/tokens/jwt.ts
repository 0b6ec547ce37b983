import { createHmac, timingSafeEqual } from 'node:crypto'

export type Claims = Record<string, unknown>

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const sign = (text: string, secret: string) => createHmac('sha256', secret).update(text).digest()

/** HS256 under the app's secret: id tokens, session tokens and the post-purchase input token are all made so. */
export function signJwt(claims: Claims, secret: string): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${text}.${sign(text, secret).toString('base64url')}`
}

/** The claims when the signature is right; times are the caller's business. */
export function readJwt(token: string, secret: string): Claims | null {
  const [header = '', payload = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0) return null
  const given = Buffer.from(signature, 'base64url')
  const right = sign(`${header}.${payload}`, secret)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  try {
    if (JSON.parse(Buffer.from(header, 'base64url').toString()).alg !== 'HS256') return null
    return JSON.parse(Buffer.from(payload, 'base64url').toString())
  } catch {
    return null
  }
}
