import { HOURS, later } from '../../values/time.ts'

/** What the carrier's codes mean: https://www.twilio.com/docs/api/errors. */

// No mobile number, none in service, a land line: 30003 (switched off, no signal) is not among them, Twilio itself says to try again.
const DEAD: ReadonlySet<number> = new Set([21_211, 21_614, 30_005, 30_006])
// She has answered STOP: Twilio itself lets nothing more through.
const STOPPED = 21_610
// A full queue (30001), a phone that cannot be reached now (30003), what the carrier itself does not know (30008), its congestion (30017).
const PASSING: ReadonlySet<number> = new Set([30_001, 30_003, 30_008, 30_017])

/**
 * `dead`: this number takes no message, now or later; `stopped`: its owner wants none; `passing`: the same message may arrive later; `lost`:
 * it never will (filtered, or no reason told), but the next one may.
 */
export type Undelivered = 'dead' | 'stopped' | 'passing' | 'lost'

export function meaningOf(code: number): Undelivered {
  if (code === STOPPED) return 'stopped'
  if (DEAD.has(code)) return 'dead'
  return PASSING.has(code) ? 'passing' : 'lost'
}

/** How long after each try the next one comes. */
const PAUSES = [2 * HOURS, 12 * HOURS]

/** When a message that did not arrive is handed over again; null: not any more. `tries`: how often it was. */
export function againAt(meaning: Undelivered, tries: number, now: Date): Date | null {
  const pause = PAUSES[Math.max(0, tries - 1)]
  return meaning === 'passing' && pause !== undefined ? later(now, pause) : null
}

export type TextOutcome = { arrived: true } | { arrived: false; meaning: Undelivered; because: string }

/** Null: it is still under way, and there is nothing to write down. */
export function outcomeOf(status: string, code: number): TextOutcome | null {
  if (status === 'delivered') return { arrived: true }
  if (status !== 'undelivered' && status !== 'failed') return null
  return { arrived: false, meaning: meaningOf(code), because: code ? `carrier-${code}` : 'carrier' }
}

// Twilio's own lists: it blocks and unblocks by these itself, whether it is heard here or not.
const STOP = /^(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)$/i
const START = /^(start|yes|unstop)$/i

/** What she answered, as far as it is a word to the carrier; `optOutType`: what an account with keywords of its own made of it. */
export function answerIn(body: string, optOutType: string | null): 'stop' | 'start' | null {
  const said = body.trim()
  if (optOutType === 'STOP' || STOP.test(said)) return 'stop'
  return optOutType === 'START' || START.test(said) ? 'start' : null
}
