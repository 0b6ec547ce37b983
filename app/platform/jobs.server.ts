import { MAX_ATTEMPTS, defaultKey, jobFlags, shopFlag } from './jobs.ts'
import type { JobName, JobOptions, JobPayloads } from './jobs.ts'
import { now } from './clock.server.ts'
import { db } from './db.server.ts'
import type { Tx } from './db.server.ts'

/** Enqueues in the transaction that makes the job necessary. The hour is ours, as the runner's is: not the database's. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  await tx.$queryRaw`
    select id::text from graphile_worker.add_job(
      identifier => ${name},
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${options.queue ?? null}::text,
      run_at => ${options.runAt ?? now()}::timestamptz,
      max_attempts => ${options.maxAttempts ?? MAX_ATTEMPTS}::int,
      job_key => ${options.key ?? defaultKey(name, payload)},
      job_key_mode => ${options.keepTurn ? 'preserve_run_at' : 'replace'},
      flags => ${jobFlags(name, payload.shop)}::text[])`
}

/** The same for many payloads in one statement. */
export async function enqueueMany<Name extends JobName>(tx: Tx, name: Name, payloads: readonly JobPayloads[Name][]): Promise<void> {
  if (payloads.length === 0) return
  const specs = payloads.map((payload) => ({ payload, key: defaultKey(name, payload), flags: jobFlags(name, payload.shop) }))
  await tx.$queryRaw`
    select count(*)::int from graphile_worker.add_jobs((
      select array_agg(row(${name}::text, s.payload, null, ${now()}::timestamptz, ${MAX_ATTEMPTS}::smallint, s.key, null, s.flags)::graphile_worker.job_spec)
      from json_to_recordset(${JSON.stringify(specs)}::json) as s(payload json, key text, flags text[])))`
}

export interface FailedJob {
  id: string
  name: string
  reason: string
  attempts: number
  failedAt: Date
}

// About a minute and a half of trying: whatever hiccups is over by then.
const STUCK = 5

/** Of each kind of job that goes on being tried in vain, the one that was tried last, and how many there are: a carrier that is down, say. */
export async function stuckJobs(shop: string): Promise<(FailedJob & { count: number })[]> {
  return db.$queryRaw<(FailedJob & { count: number })[]>`
    select distinct on (task_identifier) id::text, task_identifier as name, coalesce(last_error, '') as reason, attempts::int,
      updated_at as "failedAt", (count(*) over (partition by task_identifier))::int as count
    from graphile_worker.jobs
    where flags ? ${shopFlag(shop)} and attempts between ${STUCK} and max_attempts - 1 and last_error is not null and key is not null
      and task_identifier <> 'process-delivery'
    order by task_identifier, updated_at desc`
}

/** Jobs that have used up their tries, newest first. */
export async function failedJobs(shop: string): Promise<FailedJob[]> {
  return db.$queryRaw<FailedJob[]>`
    select id::text, task_identifier as name, coalesce(last_error, '') as reason, attempts::int, updated_at as "failedAt"
    from graphile_worker.jobs
    where flags ? ${shopFlag(shop)} and attempts >= max_attempts and locked_at is null
      -- A job that was replaced while it ran has lost its key: its successor does what it could not.
      and key is not null
    order by updated_at desc limit 100`
}

/** Gives a failed job all its tries again; of those still tried, all of its kind. */
export async function retryJob(shop: string, id: string): Promise<void> {
  await db.$queryRaw`
    select r.id::text from graphile_worker.jobs j, graphile_worker.reschedule_jobs(array[j.id], now(), null, 0) r
    where j.flags ? ${shopFlag(shop)} and j.locked_at is null and (j.id = ${id}::bigint or exists (
      select from graphile_worker.jobs one where one.id = ${id}::bigint and one.flags ? ${shopFlag(shop)} and one.attempts < one.max_attempts
        and j.task_identifier = one.task_identifier and j.attempts between ${STUCK} and j.max_attempts - 1))`
}

/** Takes a shop's waiting jobs out of the queue; what is running ends by itself. The inbox keeps its own. */
export async function dropJobs(tx: Tx, shop: string): Promise<void> {
  await tx.$queryRaw`
    select count(*)::int from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where flags ? ${shopFlag(shop)} and task_identifier <> 'process-delivery' and locked_at is null))`
}
