import { expect, test } from 'vitest'
import { transact } from '#app/platform/db.server.ts'
import { listen, notify } from '#app/platform/notify.server.ts'
import { rows, until, useDatabase } from './world.ts'

await useDatabase('notify')

const say = (channel: string, payload: string) => transact((tx) => notify(tx, channel, payload))

test('what is said in a transaction is heard when it commits, and not at all when it does not', async () => {
  const heard: string[] = []
  await listen('snapshot', (payload) => void heard.push(payload))
  await transact(async (tx) => {
    await notify(tx, 'snapshot', 'never')
    throw new Error('changed our mind')
  }).catch(() => {})
  await say('snapshot', 'aurora')
  await say('elsewhere', 'noor')
  await until(async () => heard.length > 0)
  expect(heard).toEqual(['aurora'])
})

test('who has stopped hears nothing more', async () => {
  const heard: string[] = []
  const stop = await listen('stopped', (payload) => void heard.push(payload))
  const others: string[] = []
  await listen('stopped', (payload) => void others.push(payload))
  stop()
  await say('stopped', 'x')
  await until(async () => others.length > 0)
  expect(heard).toEqual([])
})

test('after a lost connection everyone is told to look again, and hears again', async () => {
  const heard: string[] = []
  await listen('lost', (payload) => void heard.push(payload))
  await rows(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'encore-listen' and datname = current_database()`,
  )
  await until(async () => heard.includes(''))
  await say('lost', 'again')
  await until(async () => heard.includes('again'))
})
