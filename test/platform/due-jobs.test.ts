import { expect, onTestFinished, test, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { keepDueJobs } from '#app/platform/due-jobs.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { putBackBy } from '#app/platform/put-back.ts'
import { DAYS, HOURS, later, MINUTES } from '#app/values/time.ts'
import { rows, SHOP, until, useDatabase } from './world.ts'

await useDatabase('due_jobs')

test.each([
  ['both went on alike', 5_000, 5_000, 0],
  ['the machine’s clock was put forward', 5_000 + HOURS, 5_000, 0],
  ['it is slowed down by a little', 4_900, 5_000, 0],
  ['it was put back by three minutes', 5_000 - 3 * MINUTES, 5_000, 3 * MINUTES],
])('between two looks at the clocks: %s', (_, wall, steady, by) => {
  expect(putBackBy({ wall: 0, steady: 0 }, { wall, steady })).toBe(by)
})

test.each([
  ['by five minutes', 5 * MINUTES],
  ['by a year, for it had been wrong', 365 * DAYS],
])('the clock is put back %s: what was due is due, what is for later stays for later', async (_, by) => {
  const ahead = new Date()
  const [inAnHour, lately] = [later(ahead, HOURS), later(ahead, -HOURS)]
  const job = (key: string, runAt: Date) => enqueue(db, 'learn-shop', { shop: SHOP, announce: false }, { key, runAt })
  await job('due', ahead)
  await job('later', inAnHour)
  await job('meant for another day', lately)
  // Asked for in time, months before its hour.
  await rows(`update graphile_worker._private_jobs set updated_at = run_at - interval '100 days' where key = 'meant for another day'`)
  const due = keepDueJobs(20)
  onTestFinished(() => {
    due.stop()
    vi.useRealTimers()
  })
  vi.useFakeTimers({ toFake: ['Date'], now: later(ahead, -by) })
  const jobs = await until(async () => {
    const all = await rows<{ key: string; run_at: Date }>('select key, run_at from graphile_worker.jobs order by key')
    return all.some(({ key, run_at }) => key === 'due' && run_at <= new Date()) && all
  })
  expect(jobs.slice(1).map(({ run_at }) => run_at)).toEqual([inAnHour, lately])
})
