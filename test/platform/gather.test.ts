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

test('what came meanwhile is on its way before anybody hears of the step before', async () => {
  const seen: string[] = []
  const doors: (() => void)[] = []
  const add = gather<string>(
    (items) => {
      seen.push(`asked ${items.join()}`)
      return new Promise<void>((open) => void doors.push(open))
    },
    { most: 10, within: 0, atOnce: 1 },
  )
  const tell = async (item: string) => {
    await add(item)
    seen.push(`told ${item}`)
  }
  const first = tell('a')
  await expect.poll(() => doors.length).toBe(1)
  const others = [tell('b'), tell('c')]
  doors[0]!()
  await first
  doors[1]!()
  await Promise.all(others)
  expect(seen).toEqual(['asked a', 'asked b,c', 'told a', 'told b', 'told c'])
})
