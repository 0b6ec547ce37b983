/** What the carrier's codes mean: https://www.twilio.com/docs/api/errors. */

// No mobile number, none in service, a land line: 30003 (switched off, no signal) is not among them, Twilio itself says to try again.
const DEAD: ReadonlySet<number> = new Set([21_211, 21_614, 30_005, 30_006])
// She has answered STOP: Twilio itself lets nothing more through.
const STOPPED = 21_610

/** `dead`: this number takes no message, now or later; `stopped`: its owner wants none; `for-now`: the next one may arrive. */
export type Undelivered = 'dead' | 'stopped' | 'for-now'

export const meaningOf = (code: number): Undelivered => (code === STOPPED ? 'stopped' : DEAD.has(code) ? 'dead' : 'for-now')

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
