import { expect, test } from 'vitest'
import { gather } from '#app/platform/gather.server.ts'

test('items that come together share a step, in order, and at most so many', async () => {
  const batches: number[][] = []
  const add = gather<number>(async (items) => void batches.push(items), { most: 3, within: 1, atOnce: 1 })
  await Promise.all([1, 2, 3, 4, 5, 6, 7].map(add))
  expect(batches).toEqual([[1, 2, 3], [4, 5, 6], [7]])
})

test('each caller waits for the step with its own item', async () => {
  const doors: (() => void)[] = []
  const add = gather<number>(() => new Promise<void>((open) => void doors.push(open)), { most: 1, within: 0, atOnce: 2 })
  const done: number[] = []
  const all = [1, 2, 3].map(async (n) => {
    await add(n)
    done.push(n)
  })
  expect(doors).toHaveLength(2)
  doors[1]!()
  await all[1]
  expect(done).toEqual([2])
  doors[0]!()
  await all[0]
  doors[2]!()
  await Promise.all(all)
  expect(done).toEqual([2, 1, 3])
})

test('a step that fails fails for its own items only', async () => {
  const add = gather<number>(async (items) => (items.includes(1) ? Promise.reject(new Error('no')) : undefined), {
    most: 1,
    within: 0,
    atOnce: 1,
  })
  expect(await Promise.allSettled([add(1), add(2)])).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled' }])
})
