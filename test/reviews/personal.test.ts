import { expect, test } from 'vitest'
import { db, transact } from '#app/platform/db.server.ts'
import { forgetTraces, reviewRecords } from '#app/reviews/personal.server.ts'
import { installed, SHOP, useDatabase } from '../platform/world.ts'
import { insertOrder, insertRequest, insertReview } from './world.ts'

await useDatabase('reviews_personal')
await installed()
await insertRequest(await insertOrder())
const hers = { orderId: '9001', customerId: '7001', email: 'ada@example.com', author: 'Ada Miller', country: 'DE', origin: 'abc' }
const { id } = await insertReview({ ...hers, photos: ['https://cdn.test/a.webp'] })
await db.reviewMedia.updateMany({ data: { fileId: 'gid://shopify/MediaImage/1' } })
// Written without an order, under the same address.
await insertReview({ id: 'stranger', email: 'ada@example.com', author: 'Ada M.' })
await insertReview({ id: 'other', email: 'bea@example.com', author: 'Bea' })
// A line of a file names her too; one of long ago waits for the night.
const file = { shop: SHOP, format: 'loox', fileName: 'a.csv', state: 'done', mapping: {} }
await db.reviewImport.create({ data: { ...file, id: 'lately', doneAt: new Date() } })
await db.reviewImport.create({ data: { ...file, id: 'long-ago', doneAt: new Date('2020-01-01') } })
const line = { shop: SHOP, n: 1, state: 'added' }
await db.reviewImportRow.create({
  data: { ...line, importId: 'lately', cells: ['phone', '5', 'Ada', 'Ada@Example.com', 'Quoted "well", by {Ada}'] },
})
await db.reviewImportRow.create({ data: { ...line, importId: 'lately', n: 2, cells: ['phone', '5', 'Bea', 'bea@example.com', ''] } })
await db.reviewImportRow.create({ data: { ...line, importId: 'long-ago', cells: ['phone', '5', 'Cleo', 'cleo@example.com', ''] } })
const person = { shop: SHOP, customerId: '7001', orderIds: ['9001'], email: 'ada@example.com' }

test('what she asked for is reported whole, and nothing of others', async () => {
  const report = JSON.stringify(await transact((tx) => reviewRecords.collect(tx, person)))
  for (const known of ['Ada Miller', 'Ada M.', 'ada@example.com', 'Ada@Example.com', 'request-9001', 'cdn.test/a.webp'])
    expect(report).toContain(known)
  expect(report).not.toContain('Bea')
})

test('where it was sent from is forgotten by itself', async () => {
  await forgetTraces()
  expect(await db.review.count({ where: { origin: { not: null } } })).toBe(0)
  expect(await db.reviewImportRow.findMany({ select: { importId: true, n: true } })).toEqual([
    { importId: 'lately', n: 1 },
    { importId: 'lately', n: 2 },
  ])
})

test('she is forgotten: her words stay as a review of nobody, her photos go from the shop too', async () => {
  await transact((tx) => reviewRecords.redact(tx, person))
  expect(await db.review.findUnique({ where: { shop_id: { shop: SHOP, id } } })).toMatchObject({
    author: 'A shopper',
    email: null,
    customerId: null,
    rating: 4,
    body: 'It does what it should.',
  })
  expect(await db.review.count({ where: { author: 'A shopper' } })).toBe(2)
  expect(await db.reviewMedia.count()).toBe(0)
  expect(await db.effect.findMany()).toMatchObject([
    { kind: 'file-delete', state: 'planned', request: { fileId: 'gid://shopify/MediaImage/1' } },
  ])
  expect((await db.reviewImportRow.findMany({ orderBy: { n: 'asc' } })).map(({ cells }) => cells.length)).toEqual([0, 5])
  expect(await db.review.findUnique({ where: { shop_id: { shop: SHOP, id: 'other' } } })).toMatchObject({ author: 'Bea' })
})
