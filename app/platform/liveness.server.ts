import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { connect, pool } from './db.server.ts'
import { log } from './log.server.ts'

const SWEEP = 20_000
const PREFIX = 'encore-worker '

/**
 * A worker that is killed leaves its jobs locked, and the queue would wait four hours for it. Every worker therefore
 * holds a connection that carries its name; jobs of a worker without one are given back.
 */
export async function showAlive(): Promise<{ events: WorkerEvents; stop(): Promise<void> }> {
  const events: WorkerEvents = new EventEmitter()
  let held: pg.Client | undefined
  let stopped = false
  const hold = async (name: string): Promise<void> => {
    const again = () => void (stopped || setTimeout(() => void hold(name), 1_000))
    try {
      held = await connect(PREFIX + name)
      held.on('error', (error) => log.warn({ err: error }, 'the connection that shows this worker alive broke'))
      held.on('end', again)
    } catch {
      again()
    }
  }
  events.on('pool:create', ({ workerPool }) => void hold(workerPool.id))
  await releaseDead()
  const sweep = setInterval(
    () => void releaseDead().catch((error: unknown) => log.warn({ err: error }, 'dead workers were not looked for')),
    SWEEP,
  )
  return {
    events,
    stop: async () => {
      stopped = true
      clearInterval(sweep)
      await held?.end().catch(() => {})
    },
  }
}

// A worker that has locked a job this very moment may not have its connection yet.
const GRACE = '5 seconds'

async function releaseDead(): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs
       where locked_by is not null and updated_at < now() - $2::interval
         and not exists (select 1 from pg_stat_activity where application_name = $1 || locked_by)))`,
    [PREFIX, GRACE],
  )
}
