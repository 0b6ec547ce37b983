import { expect, test } from 'vitest'
import { product, SHOP, stage } from './stage.ts'

test('two who change one record at once lose nothing', async () => {
  await using world = await stage()
  const { store } = world.simulator
  await store.put(SHOP.domain, 'product', product(1, { title: '' }))
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      store.update(SHOP.domain, 'product', 1, (found) => ({ ...found, title: `${found.title}${index},` })),
    ),
  )
  const { title } = (await store.get(SHOP.domain, 'product', 1)) ?? product(0)
  expect(
    title
      .split(',')
      .filter(Boolean)
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual(Array.from({ length: 20 }, (_, index) => index))
})

test('a change that fails changes nothing', async () => {
  await using world = await stage()
  const { store } = world.simulator
  await store.put(SHOP.domain, 'product', product(1))
  const failing = store.update(SHOP.domain, 'product', 1, () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(await store.get(SHOP.domain, 'product', 1)).toEqual(product(1))
})

test('records are found by what they are known by, in their own shop only', async () => {
  await using world = await stage()
  const { store } = world.simulator
  await store.putMany(SHOP.domain, 'product', [product(1), product(2)])
  expect((await store.find(SHOP.domain, 'product', 'product-2'))?.id).toBe(2)
  expect((await store.find(SHOP.domain, 'product', 'variant:20'))?.id).toBe(2)
  expect((await store.find(SHOP.domain, 'product', 'item:11'))?.id).toBe(1)
  expect(await store.find('other.myshopify.com', 'product', 'product-2')).toBeNull()
  await store.putMany(SHOP.domain, 'product', [product(2, { handle: 'renamed' })])
  expect(await store.find(SHOP.domain, 'product', 'product-2')).toBeNull()
  expect(await store.count(SHOP.domain, 'product')).toBe(2)
})

test('pages run over everything once, both ways, and by the time of change', async () => {
  await using world = await stage()
  const { store } = world.simulator
  const at = (day: number) => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`
  await store.putMany(
    SHOP.domain,
    'product',
    Array.from({ length: 9 }, (_, index) => product(index + 1, { updatedAt: at(index + 1) })),
  )
  const ids: number[] = []
  for await (const page of store.pages(SHOP.domain, 'product', 4)) ids.push(...page.map(({ id }) => id))
  expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const idsOf = async (page: Parameters<typeof store.list>[2]) => (await store.list(SHOP.domain, 'product', page)).map(({ id }) => id)
  expect(await idsOf({ limit: 2, reverse: true })).toEqual([9, 8])
  expect(await idsOf({ limit: 2, reverse: true, after: 3 })).toEqual([2, 1])
  expect(await idsOf({ limit: 9, updatedSince: at(8) })).toEqual([8, 9])
})

test('ids never repeat', async () => {
  await using world = await stage()
  const { store } = world.simulator
  const ids = (await Promise.all([store.nextIds(100), store.nextIds(100), store.nextId()])).flat()
  expect(new Set(ids).size).toBe(201)
})
