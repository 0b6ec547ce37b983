import { now } from './clock.server.ts'
import { pool } from './db.server.ts'
import { log } from './log.server.ts'
import { MINUTES, SECONDS } from '../values/time.ts'
import { putBackBy, type Look } from './put-back.ts'

const BETWEEN_LOOKS = 5 * SECONDS

const look = (): Look => ({ wall: now().getTime(), steady: performance.now() })

// A clock that was ahead by more was no clock: what it had called due may have been meant for another day.
const MOST_BELIEVED = 15 * MINUTES
const AT_ONCE = 10 * SECONDS

/**
 * Where the clock is put back, jobs that were to run at once would wait until it has come to their hour again. They stay due; what was asked
 * for a later hour stays for that.
 */
export function keepDueJobs(betweenLooks = BETWEEN_LOOKS): { stop(): void } {
  let before = look()
  const looking = setInterval(() => {
    const after = look()
    const by = putBackBy(before, after)
    before = after
    if (by > 0) void hasten(after.wall, by).catch((error: unknown) => log.warn({ err: error }, 'what was due was not hastened'))
  }, betweenLooks)
  return { stop: () => clearInterval(looking) }
}

async function hasten(wall: number, by: number): Promise<void> {
  const [at, was] = [new Date(wall), new Date(wall + by)]
  const { rowCount } = await pool.query(
    `update graphile_worker._private_jobs set run_at = $1
     where run_at > $1 and run_at <= $2 and run_at <= updated_at + make_interval(secs => $3) and locked_at is null`,
    [at, was, (Math.min(by, MOST_BELIEVED) + AT_ONCE) / SECONDS],
  )
  log.warn({ by, jobs: rowCount }, 'the clock was put back')
}
