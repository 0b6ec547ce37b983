import { now } from './clock.server.ts'
import { pool } from './db.server.ts'
import { log } from './log.server.ts'
import { putBackBy, type Look } from './put-back.ts'

const BETWEEN_LOOKS = 5_000

const look = (): Look => ({ wall: now().getTime(), steady: performance.now() })

/** Where the clock is put back, jobs that were due would wait until it has come to their hour again. They stay due; what is for later stays for later. */
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
    'update graphile_worker._private_jobs set run_at = $1 where run_at > $1 and run_at <= $2 and locked_at is null',
    [at, was],
  )
  log.warn({ by, jobs: rowCount }, 'the clock was put back')
}
