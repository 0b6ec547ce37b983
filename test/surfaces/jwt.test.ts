import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOf, signJwt, verifyJwt } from '#app/surfaces/jwt.server.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const byNode = (claims: object, secret: Buffer) => {
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
const secrets = fc.uint8Array({ maxLength: 150 }).map((bytes) => Buffer.from(bytes))
const claims = fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' }))

test('any claims are signed as Node itself would sign them, with a secret of any length', () => {
  fc.assert(
    fc.property(secrets, claims, (secret, told) => {
      expect(signJwt(told, keyOf(secret))).toBe(byNode(told, secret))
    }),
  )
})

test('a token with any one character changed is not believed', () => {
  const token = byNode({ sub: 'purchase-1' }, Buffer.from('secret'))
  const changed = fc.tuple(fc.nat(token.length - 1), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
  fc.assert(
    fc.property(changed, ([at, character]) => {
      fc.pre(token[at] !== character)
      const other = token.slice(0, at) + character + token.slice(at + 1)
      expect(verifyJwt(other, keyOf('secret'))).toHaveProperty('fault')
    }),
  )
  for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=')
    if (!token.endsWith(last)) expect(verifyJwt(token.slice(0, -1) + last, keyOf('secret'))).toHaveProperty('fault')
  for (const [one, other] of ['-+', '_/', '+-', '/_'])
    if (token.split('.')[2]?.includes(one!)) expect(verifyJwt(token.replaceAll(one!, other!), keyOf('secret'))).toHaveProperty('fault')
})
