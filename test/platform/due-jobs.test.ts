import { expect, onTestFinished, test, vi } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { keepDueJobs } from '#app/platform/due-jobs.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { putBackBy } from '#app/platform/put-back.ts'
import { HOURS, later, MINUTES } from '#app/values/time.ts'
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

test('the clock is put back: what was due is due, what is for later stays for later', async () => {
  const now = new Date()
  const inAnHour = later(now, HOURS)
  const job = (key: string, runAt: Date) => enqueue(db, 'learn-shop', { shop: SHOP, announce: false }, { key, runAt })
  await job('due', now)
  await job('due for long', later(now, -HOURS))
  await job('later', inAnHour)
  const due = keepDueJobs(20)
  onTestFinished(() => {
    due.stop()
    vi.useRealTimers()
  })
  vi.useFakeTimers({ toFake: ['Date'], now: later(now, -5 * MINUTES) })
  const jobs = () => rows<{ key: string; run_at: Date }>('select key, run_at from graphile_worker.jobs order by key')
  const waits = async () => (await jobs()).filter(({ run_at }) => run_at > new Date())
  await until(async () => (await waits()).length === 1)
  expect(await waits()).toEqual([{ key: 'later', run_at: inAnHour }])
})
