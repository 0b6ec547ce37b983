import { SECONDS } from '#app/values/time.ts'
import { log } from './log.server.ts'

const EVERY = 10 * SECONDS

/**
 * Logs what may fail a thousand times a second, as when the database stalls: the first of each cause whole and at once, and as long as it
 * goes on, every few seconds how many more there were.
 */
export function countedLog(message: string): (error: unknown, about: object) => void {
  const more = new Map<string, number>()
  const wait = (cause: string) => {
    more.set(cause, 0)
    setTimeout(tell, EVERY, cause).unref()
  }
  const tell = (cause: string) => {
    const count = more.get(cause) ?? 0
    more.delete(cause)
    if (count === 0) return
    log.error({ cause, count, seconds: EVERY / SECONDS }, `${message} again`)
    wait(cause)
  }
  return (error, about) => {
    const cause = causeOf(error)
    const before = more.get(cause)
    if (before !== undefined) return void more.set(cause, before + 1)
    log.error({ err: error, ...about }, message)
    wait(cause)
  }
}

/** A message may name what is different each time; a code does not. */
function causeOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return typeof code === 'string' ? code : typeof message === 'string' ? message : String(error)
}
