import { createHash, createHmac } from 'node:crypto'

/** How review apps sign, written from their own pages and shared with nobody who checks. */
export const hex = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex')
export const base64 = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64')

/** Svix and Standard Webhooks: the key is the base64 part of `whsec_…`, what is signed is `id.seconds.body`. */
export function svix(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export function hs256(secret: string, claims: object): string {
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

/** A key that a review app shows to one shop: always the same, so that it can be copied again. */
export const keyFor = (shop: string, provider: string, use: string): string =>
  createHash('sha256').update(`${shop} ${provider} ${use}`).digest('hex').slice(0, 40)
