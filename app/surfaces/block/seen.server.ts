import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import { HOURS } from '#app/values/time.ts'
import type { BlockSurface } from '../contract.ts'

const OFTEN_ENOUGH = HOURS
const noted = new Map<string, number>()

/** The merchant has placed the block: it asked from a page. Written down once in a while, and never in a shopper's way. */
export async function noteSeen(shop: string, surface: BlockSurface): Promise<void> {
  const at = now()
  const key = `${shop} ${surface}`
  if (at.getTime() - (noted.get(key) ?? -Infinity) < OFTEN_ENOUGH) return
  noted.set(key, at.getTime())
  try {
    await db.blockSeen.upsert({ where: { shop_surface: { shop, surface } }, create: { shop, surface, at }, update: { at } })
  } catch (error) {
    noted.delete(key)
    log.warn({ err: error, shop }, 'that a block was seen could not be noted')
  }
}

/** When each block was last seen; absent: never. */
export async function readSeen(shop: string): Promise<Partial<Record<BlockSurface, Date>>> {
  const rows = await db.blockSeen.findMany({ where: { shop } })
  return Object.fromEntries(rows.map(({ surface, at }) => [surface, at]))
}
