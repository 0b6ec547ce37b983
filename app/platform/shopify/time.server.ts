import { now } from '../clock.server.ts'
import { latest } from './time.ts'
import type { Heard } from './time.ts'

let heard: Heard | undefined

/** Each answer of Shopify says what time it is there. */
export function hearTime(date: string | null): void {
  const time = Date.parse(date ?? '')
  if (Number.isFinite(time)) heard = { time, at: performance.now() }
}

/** What time it is by our clock, or by Shopify's where ours has been put back behind it. */
export const shopifyNow = (): Date => latest(now(), heard, performance.now())
