import { Logger, parseCronItems, run } from 'graphile-worker'
import type { CronItem, TaskList } from 'graphile-worker'
import { now } from './clock.server.ts'
import { db, pool } from './db.server.ts'
import { defaultKey, pauseFlag, shopFlag } from './jobs.ts'
import type { Cron, JobTable } from './jobs.ts'
import { showAlive } from './liveness.server.ts'
import { log } from './log.server.ts'
import { listen } from './notify.server.ts'
import { AccessLost, SHOP_STATES } from './shopify/access.server.ts'
import { crowdedShops } from './shopify/meter.server.ts'

const CONCURRENCY = 10
const JITTER = 3_000
// A night's work that fell into an outage is done afterwards, but not twice.
const MISSED_WITHIN = 20 * 3_600_000

/** Runs jobs until stopped; then finishes those in hand. */
export async function runJobs(jobs: JobTable, crons: readonly Cron[]): Promise<{ stop(): Promise<void> }> {
  const paused = await watchPausedShops()
  const alive = await showAlive()
  const runner = await run({
    pgPool: pool,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    // The simulator moves the clock of this process, not the database's.
    useNodeTime: true,
    logger: quiet,
    taskList: tasksOf(jobs),
    parsedCronItems: parseCronItems(crons.map(cronItem)),
    forbiddenFlags: () => forbidden(paused.shops()),
    events: alive.events,
  })
  return {
    stop: async () => {
      await runner.stop().catch(() => {})
      paused.stop()
      await alive.stop()
    },
  }
}

// However many times its hour went by unheard: one waits, one runs, and no more.
const cronItem = ({ at, job }: Cron): CronItem => ({
  task: job,
  match: at,
  options: { backfillPeriod: MISSED_WITHIN, queueName: job, jobKey: defaultKey(job, {}), jobKeyMode: 'preserve_run_at' },
})

function forbidden(paused: readonly string[]): string[] | null {
  const flags = [...paused.map(pauseFlag), ...crowdedShops().map(shopFlag)]
  return flags.length === 0 ? null : flags
}

async function watchPausedShops() {
  let shops: string[] = []
  const read = async () => {
    shops = (await db.shop.findMany({ where: { state: 'needs-reauthorization' }, select: { shop: true } })).map(({ shop }) => shop)
  }
  const stop = await listen(
    SHOP_STATES,
    () => void read().catch((error: unknown) => log.warn({ err: error }, 'paused shops were not read')),
  )
  await read()
  return { shops: () => shops, stop }
}

const tasksOf = (jobs: JobTable): TaskList =>
  Object.fromEntries(
    Object.entries(jobs).map(([name, run]) => [
      name,
      async (payload, { job }) => {
        const attempt = { number: job.attempts, last: job.attempts >= job.max_attempts }
        try {
          await (run as (payload: unknown, attempt: object) => Promise<void>)(payload, attempt)
        } catch (error) {
          if (error instanceof AccessLost && (await hasLeft(error.shop))) return
          log.warn(
            { job: name, ...(payload as object), attempt: job.attempts, err: error },
            attempt.last ? 'a job has used up its tries' : 'a job failed',
          )
          await delay(job.id)
          throw error
        }
      },
    ]),
  )

/** What was running when the shop left has nobody to do it for. */
const hasLeft = async (shop: string): Promise<boolean> => {
  const known = await db.shop.findUnique({ where: { shop }, select: { state: true } })
  return !known || known.state === 'uninstalled'
}

// The queue adds e^tries seconds to run_at when it fails a job, but neither chance nor the simulator's clock: run_at brings both.
async function delay(id: string): Promise<void> {
  const from = new Date(now().getTime() + Math.random() * JITTER)
  await pool.query('update graphile_worker._private_jobs set run_at = $2 where id = $1', [id, from])
}

const quiet = new Logger(() => (level, message, meta) => {
  if (meta?.['failure'] === true) return
  if (level === 'error' || level === 'warning') log.warn(message)
})
