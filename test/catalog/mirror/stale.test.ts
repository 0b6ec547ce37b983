import { expect, test } from 'vitest'
import { atEnd, db, transact } from '#app/platform/db.server.ts'
import { markStale } from '#app/catalog/mirror/stale.server.ts'
import { installed, rows, SHOP, useDatabase } from '../../platform/world.ts'

await useDatabase('stale')

test('what marks something stale waits for nobody who has done so and is not finished yet', async () => {
  await installed()
  await transact(async (tx) => {
    await markStale(tx, SHOP, 'product', ['1'])
    await transact((other) => markStale(other, SHOP, 'product', ['2']))
  })
  expect(await db.stale.count()).toBe(2)
  expect(await rows(`select key from graphile_worker.jobs where task_identifier = 'refresh-catalog'`)).toHaveLength(1)
})

test('what is left for the end of a transaction is done once, in one order, and not at all when it fails', async () => {
  const done: string[] = []
  const note = (what: string) => async () => void done.push(what)
  await transact(async (tx) => {
    await atEnd(tx, 'b', note('b'))
    await atEnd(tx, 'a', note('a'))
    await atEnd(tx, 'b', note('b again'))
    done.push('work')
  })
  expect(done).toEqual(['work', 'a', 'b again'])
  const failing = transact(async (tx) => {
    await atEnd(tx, 'c', note('c'))
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(done).not.toContain('c')
})
