import { createHmac } from 'node:crypto'
import { now } from '../clock.server.ts'
import { db } from '../db.server.ts'
import type { Tx } from '../db.server.ts'
import { environment } from '../env.server.ts'
import type { Channel } from './message.ts'

/** Keyed, so that the list outlives a person's data without telling who is on it. */
export const hashOf = (channel: string, address: string): string =>
  createHmac('sha256', environment().SHOPIFY_API_SECRET)
    .update(`suppression ${channel} ${channel === 'email' ? address.trim().toLowerCase() : address.replaceAll(/[^\d+]/g, '')}`)
    .digest('hex')

export type SuppressedFor = 'unsubscribed' | 'bounced' | 'complained' | 'merchant'

/** The first reason stays, except that a complaint outweighs an unsubscription. */
export async function suppress(tx: Tx, shop: string, channel: string, hash: string, because: SuppressedFor): Promise<void> {
  const where = { shop_channel_address: { shop, channel, address: hash } }
  const known = await tx.suppression.findUnique({ where })
  if (known && !(known.because === 'unsubscribed' && because !== 'unsubscribed')) return
  const said = { because, at: now() }
  await tx.suppression.upsert({ where, create: { shop, channel, address: hash, ...said }, update: said })
}

export async function whySuppressed(shop: string, channel: Channel, address: string): Promise<string | null> {
  const known = await db.suppression.findUnique({
    where: { shop_channel_address: { shop, channel, address: hashOf(channel, address) } },
  })
  return known?.because ?? null
}
