import { afterEach, expect, test } from 'vitest'
import { db, transact } from '#app/platform/db.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { announceEvent, runReaction } from '#app/platform/events.server.ts'
import type { ReactionTable } from '#app/platform/events.ts'
import { dropJobs, enqueue, enqueueMany, failedJobs, retryJob, stuckJobs } from '#app/platform/jobs.server.ts'
import type { JobTable } from '#app/platform/jobs.ts'
import { notify } from '#app/platform/notify.server.ts'
import { runJobs } from '#app/platform/runner.server.ts'
import { AccessLost, SHOP_STATES } from '#app/platform/shopify/access.server.ts'
import { SHOP, installed, rows, until, useDatabase } from './world.ts'

await useDatabase('jobs')

const never = () => Promise.reject(new Error('nobody expected this job'))
const nobody: ReactionTable = {
  'shop.installed': {},
  'shop.uninstalled': {},
  'catalog.changed': {},
  'order.changed': {},
  'transaction.recorded': {},
  'offers.changed': {},
  'review.received': {},
  'review.changed': {},
  'message.settled': {},
  'reward.issued': {},
}
const table = (some: Partial<JobTable>): JobTable =>
  new Proxy(some as JobTable, { get: (known, name) => Reflect.get(known, name) ?? never })

let running: { stop(): Promise<void> } | undefined
const run = async (some: Partial<JobTable>) => (running = await runJobs(table(some), []))
afterEach(async () => {
  await running?.stop()
  running = undefined
  await rows(
    'select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))',
  )
  await rows('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))')
  await db.shop.deleteMany()
})

const waiting = () =>
  rows<{ key: string; run_at: Date; attempts: number; last_error: string | null }>('select * from graphile_worker.jobs order by id')
const learn = { shop: SHOP, announce: false }

test('a job exists only if its transaction does', async () => {
  const undone = transact(async (tx) => {
    await enqueue(tx, 'learn-shop', learn)
    throw new Error('changed our mind')
  })
  await expect(undone).rejects.toThrow('changed our mind')
  expect(await waiting()).toEqual([])
})

test('the same job twice is one job; other payloads are others', async () => {
  await enqueue(db, 'learn-shop', learn)
  await enqueue(db, 'learn-shop', { announce: false, shop: SHOP })
  await enqueueMany(db, 'learn-shop', [learn, { ...learn, shop: 'noor.myshopify.com' }])
  expect(await waiting()).toHaveLength(2)
})

test('a job that everybody asks for keeps its place in the line', async () => {
  const long = new Date('2026-01-01T00:00:00Z')
  for (const key of ['moves', 'stays']) await enqueue(db, 'learn-shop', learn, { key, runAt: long })
  await enqueue(db, 'learn-shop', learn, { key: 'moves' })
  await enqueue(db, 'learn-shop', learn, { key: 'stays', keepTurn: true })
  const turns = (await waiting()).map(({ key, run_at }) => [key, run_at.getTime() === long.getTime()])
  expect(turns).toEqual([
    ['moves', false],
    ['stays', true],
  ])
})

test('an event reaches every reaction, each with its own tries', async () => {
  const heard: string[] = []
  let failures = 2
  const reactions: ReactionTable = {
    ...nobody,
    'order.changed': {
      attribute: async ({ orderId }) => void heard.push(`attribute ${orderId}`),
      count: async ({ orderId }) => {
        if (failures-- > 0) throw new Error('not yet')
        heard.push(`count ${orderId}`)
      },
    },
  }
  await run({ 'announce-event': announceEvent(reactions), 'run-reaction': runReaction(reactions) })
  await emit(db, 'order.changed', { shop: SHOP, orderId: '1' })
  await until(async () => heard.includes('attribute 1') && (await waiting()).some(({ last_error }) => last_error === 'not yet'))
  while (!heard.includes('count 1')) {
    await rows('select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), now())')
    await until(async () => (await waiting()).every(({ run_at }) => run_at > new Date()))
  }
  expect(heard).toEqual(['attribute 1', 'count 1'])
})

test('a failed job waits with backoff and jitter, and keeps its reason', async () => {
  await run({ 'learn-shop': () => Promise.reject(new Error('Shopify is away')) })
  await enqueue(db, 'learn-shop', learn)
  const failed = await until(async () => (await waiting()).find(({ last_error }) => last_error))
  expect(failed).toMatchObject({ attempts: 1, last_error: 'Shopify is away' })
  const wait = failed.run_at.getTime() - Date.now()
  expect(wait).toBeGreaterThan(1_000)
  expect(wait).toBeLessThan(6_000)
})

test('a job that has used up its tries is visible with its reason, and can be tried again', async () => {
  let well = false
  await run({ 'learn-shop': async () => void (well || (await Promise.reject(new Error('no such shop')))) })
  await enqueue(db, 'learn-shop', learn, { maxAttempts: 1 })
  const [failed] = await until(async () => ((await failedJobs(SHOP)).length > 0 ? failedJobs(SHOP) : null))
  expect(failed).toMatchObject({ name: 'learn-shop', reason: 'no such shop', attempts: 1 })
  expect(await failedJobs('noor.myshopify.com')).toEqual([])
  well = true
  await retryJob('noor.myshopify.com', failed!.id)
  expect(await failedJobs(SHOP)).toHaveLength(1)
  await retryJob(SHOP, failed!.id)
  await until(async () => (await waiting()).length === 0)
})

test('what goes on being tried in vain is told once a kind, with how many wait, and all of it is tried at once when she says so', async () => {
  const shops = [SHOP, 'noor.myshopify.com']
  for (const shop of shops) for (const key of ['a', 'b']) await enqueue(db, 'send-message', { shop, key }, { key: `${shop} ${key}` })
  await enqueue(db, 'learn-shop', learn)
  expect(await stuckJobs(SHOP)).toEqual([])
  await rows(`update graphile_worker._private_jobs set attempts = 5, last_error = 'the carrier is away', run_at = now() + interval '1 hour'
    where key like '%myshopify.com _'`)
  const [told, ...others] = await stuckJobs(SHOP)
  expect([told, others]).toMatchObject([{ name: 'send-message', reason: 'the carrier is away', attempts: 5, count: 2 }, []])
  await retryJob(SHOP, told!.id)
  const due = await rows<{ key: string }>('select key from graphile_worker.jobs where attempts = 0 and run_at <= now() order by key')
  expect(due.map(({ key }) => key).filter((key) => key.includes(' '))).toEqual([`${SHOP} a`, `${SHOP} b`])
})

test('jobs of a shop without access pause, its inbox does not, and they go on when it is back', async () => {
  await installed(SHOP, { state: 'needs-reauthorization' })
  const done: string[] = []
  await run({ 'learn-shop': async () => void done.push('learn'), 'process-delivery': async () => void done.push('deliver') })
  await enqueue(db, 'learn-shop', learn)
  await enqueue(db, 'process-delivery', { shop: SHOP, source: 'shopify', id: '1' })
  await until(async () => done.length > 0)
  expect(done).toEqual(['deliver'])
  await transact(async (tx) => {
    await tx.shop.update({ where: { shop: SHOP }, data: { state: 'installed' } })
    await notify(tx, SHOP_STATES, SHOP)
  })
  await until(async () => done.includes('learn'))
})

test('what was running when its shop left ends without another try', async () => {
  await run({ 'learn-shop': () => Promise.reject(new AccessLost(SHOP)) })
  await enqueue(db, 'learn-shop', learn)
  await until(async () => (await waiting()).length === 0)
})

test('the jobs of a killed worker are given back as soon as another looks', async () => {
  await enqueue(db, 'learn-shop', learn)
  await rows(
    `update graphile_worker._private_jobs set locked_by = 'pool-killed', locked_at = now(), attempts = 1, updated_at = now() - interval '1 minute'`,
  )
  let done = false
  await run({ 'learn-shop': async () => void (done = true) })
  await until(async () => done)
})

test('stopping finishes what is in hand', async () => {
  let [begun, done] = [false, false]
  const worker = await run({
    'learn-shop': async () => {
      begun = true
      await new Promise((resolve) => setTimeout(resolve, 300))
      done = true
    },
  })
  await enqueue(db, 'learn-shop', learn)
  await until(async () => begun)
  await worker.stop()
  expect(done).toBe(true)
  // The queue does not wait for its own note that the job is done.
  await until(async () => (await waiting()).length === 0)
})

test('what a clock missed for hours is done once, not as often as it was missed', async () => {
  let [runs, atOnce, most] = [0, 0, 0]
  const jobs = table({
    'settle-shares': async () => {
      runs += 1
      most = Math.max(most, (atOnce += 1))
      await new Promise((resolve) => setTimeout(resolve, 50))
      atOnce -= 1
    },
  })
  const crons = [{ at: '* * * * *', job: 'settle-shares' }] as const
  running = await runJobs(jobs, crons)
  const known = () => rows(`select * from graphile_worker._private_known_crontabs where identifier = 'settle-shares'`)
  await until(async () => (await known()).length > 0)
  await running.stop()
  await rows(
    `update graphile_worker._private_known_crontabs set known_since = now() - interval '1 day', last_execution = now() - interval '3 hours'`,
  )
  running = await runJobs(jobs, crons)
  await until(async () => runs > 0 && (await waiting()).length === 0)
  expect(most).toBe(1)
  expect(runs).toBeLessThan(30)
})

test('a shop that leaves takes its jobs along, and nobody else’s', async () => {
  await enqueueMany(db, 'learn-shop', [learn, { ...learn, shop: 'noor.myshopify.com' }])
  await transact((tx) => dropJobs(tx, SHOP))
  expect((await waiting()).map(({ key }) => key)).toEqual([expect.stringContaining('noor.myshopify.com')])
})
