import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { db, transact } from '../db.server.ts'
import { environment } from '../env.server.ts'
import type { Channel } from './message.ts'
import { hashOf, suppress } from './suppression.server.ts'

const Claims = z.tuple([z.string(), z.enum(['email', 'sms']), z.string().length(64), z.string()])

const signatureOf = (payload: string): Buffer =>
  createHmac('sha256', environment().SHOPIFY_API_SECRET).update(`unsubscribe ${payload}`).digest().subarray(0, 16)

/** A link that works as long as the mail is kept, and that names nobody. */
export function unsubscribeUrl(shop: string, channel: Channel, address: string, language: string): string {
  const payload = Buffer.from(JSON.stringify([shop, channel, hashOf(channel, address), language])).toString('base64url')
  return `${environment().SHOPIFY_APP_URL}/mail/unsubscribe/${payload}.${signatureOf(payload).toString('base64url')}`
}

export interface Unsubscriber {
  shop: string
  shopName: string
  channel: Channel
  hash: string
  language: string
}

/** Null: nobody gave out this link. */
export async function readUnsubscriber(token: string): Promise<Unsubscriber | null> {
  const [payload = '', signature = ''] = token.split('.')
  const [expected, given] = [signatureOf(payload), Buffer.from(signature, 'base64url')]
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const [shop, channel, hash, language] = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  const known = await db.shop.findUnique({ where: { shop }, select: { name: true } })
  return known && { shop, shopName: known.name, channel, hash, language }
}

/** Done at once, however often it is asked. What waits for her is refused when its time comes. */
export const unsubscribe = ({ shop, channel, hash }: Unsubscriber): Promise<void> =>
  transact((tx) => suppress(tx, shop, channel, hash, 'unsubscribed'))
