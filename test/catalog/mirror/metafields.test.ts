import { expect, test } from 'vitest'
import {
  markMetafields,
  readMetafield,
  readMetafieldsOf,
  rereadMetafields,
  watchMetafields,
} from '#app/catalog/mirror/metafields.server.ts'
import { valuesOf } from '#app/catalog/mirror/nodes/metafield.ts'
import { readTraits } from '#app/catalog/offered.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import { useDatabase } from '#test/platform/world.ts'
import { useSimulator } from '../simulated.ts'

await useDatabase('metafields')
const { simulator, install } = await useSimulator('metafields_shopify')
const SHOP = 'aurora.myshopify.com'
const NAME = 'custom.material'
const ASKED = [`metafield:${NAME}`, `metafield:${NAME}=wool`, `metafield:${NAME}=silk`]

test.each([
  ['single_line_text_field', 'Wool', ['Wool']],
  ['list.single_line_text_field', '["Wool"," Silk ","Wool"]', ['Wool', 'Silk']],
  ['list.number_integer', '[1,2]', ['1', '2']],
  ['boolean', 'true', ['true']],
  ['list.broken', 'no list', ['no list']],
])('a metafield of type %s with %s can be held against %j', (type, value, values) => expect(valuesOf({ type, value })).toEqual(values))

const set = (id: number, value: string) =>
  simulator.store.update(SHOP, 'product', id, (product) => ({
    ...product,
    metafields: [
      {
        id: id * 10,
        namespace: 'custom',
        key: 'material',
        type: 'list.single_line_text_field',
        value,
        updatedAt: new Date().toISOString(),
      },
    ],
  }))
const found = async () => {
  const { members, unread } = await readTraits(SHOP, ASKED)
  return { members: members.map(({ productId, trait }) => `${productId} ${trait}`).toSorted(), unread }
}

test('what a rule names is read of every product, kept up with, and forgotten when none names it', async () => {
  await install(SHOP)
  const [one, two] = (await simulator.store.list(SHOP, 'product', { limit: 2 })).map(({ id }) => id) as [number, number]
  await set(one, '["Wool","Silk"]')
  expect(await found()).toEqual({ members: [], unread: [`metafield:${NAME}`] })

  await watchMetafields(async () => [NAME])({ shop: SHOP })
  expect((await found()).unread).toEqual([`metafield:${NAME}`])
  await readMetafield({ shop: SHOP, name: NAME })
  const wool = [`${one} metafield:${NAME}`, `${one} metafield:${NAME}=silk`, `${one} metafield:${NAME}=wool`]
  expect(await found()).toEqual({ members: wool, unread: [] })

  await set(two, '["WOOL"]')
  await set(one, '[]')
  await transact((tx) => markMetafields(tx, SHOP, String(two)))
  expect(await db.stale.findMany({ select: { kind: true, id: true } })).toEqual([{ kind: 'metafield', id: String(two) }])
  await transact(await readMetafieldsOf(SHOP, [String(one), String(two)]))
  expect((await found()).members).toEqual([`${two} metafield:${NAME}`, `${two} metafield:${NAME}=wool`])

  await set(two, '["Silk"]')
  await rereadMetafields({ shop: SHOP })
  expect((await found()).unread).toEqual([])
  await readMetafield({ shop: SHOP, name: NAME })
  expect((await found()).members).toEqual([`${two} metafield:${NAME}`, `${two} metafield:${NAME}=silk`])

  await watchMetafields(async () => [])({ shop: SHOP })
  expect(await found()).toEqual({ members: [], unread: [`metafield:${NAME}`] })
  expect(await db.productMetafield.count()).toBe(0)
})
