import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import {
  bringReviews,
  discardImport,
  listImports,
  readImport,
  startImport,
  takeBack,
  undoImport,
} from '#app/reviews/import/imports.server.ts'
import { exportReviews } from '#app/reviews/export/export.server.ts'
import { receiveFile } from '#app/reviews/import/receive.server.ts'
import { previewImport, reportOf } from '#app/reviews/import/report.server.ts'
import type { Mapping } from '#app/reviews/import/format.ts'
import { useDatabase } from '#test/platform/world.ts'
import { FILES } from './files.ts'

await useDatabase('reviews_import')
const SHOP = 'aurora.myshopify.com'

beforeAll(async () => {
  await db.shop.create({ data: { shop: SHOP, locale: 'de' } })
  await db.product.create({ data: { shop: SHOP, id: '11', title: 'Phone', handle: 'phone', status: 'active', updatedAt: new Date() } })
  const price = { price: 1n, inventoryItemId: '1', updatedAt: new Date() }
  await db.variant.create({ data: { shop: SHOP, id: '110', productId: '11', title: 'One', sku: 'P-1', ...price } })
})

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
async function receive(text: string): Promise<string> {
  const received = await receiveFile(SHOP, 'reviews.csv', bytes(text))
  if (!received.ok) throw new Error(received.because)
  return received.value
}
async function bring(text: string) {
  const id = await receive(text)
  const told = await readImport(SHOP, id)
  await startImport(SHOP, id, told?.mapping as Mapping, told?.dateOrder as never)
  await bringReviews({ shop: SHOP, importId: id })
  return (await readImport(SHOP, id))!
}
const own = () => db.review.findMany({ where: { shop: SHOP }, orderBy: { submittedAt: 'asc' } })
const LOOX = FILES['loox'] ?? ''

test('a review is brought along: imported, its incentive kept, never verified whatever the file says', async () => {
  expect(await bring(LOOX)).toMatchObject({ format: 'loox', state: 'done', rows: 1, added: 1, known: 0, refused: 0 })
  const [review] = await own()
  expect(review).toMatchObject({
    source: 'import',
    productId: '11',
    verified: false,
    incentive: expect.any(String),
    state: 'published',
    language: 'de',
  })
  expect(await db.reviewMedia.count({ where: { reviewId: review?.id ?? '' } })).toBe(1)
})

test('the same file again adds nothing, nor does a line that stands in it twice', async () => {
  const twice = `${LOOX}\n${LOOX.split('\n')[1]}`
  expect(await bring(twice)).toMatchObject({ added: 0, known: 2 })
})

test('our own export brings no review back that is still there, and its texts as they were', async () => {
  const dates = { submittedAt: new Date('2024-03-25'), updatedAt: new Date('2024-03-25') }
  const written = {
    rating: 4,
    title: '',
    body: '- light\n- loud',
    author: 'Eve',
    language: 'en',
    source: 'form',
    sourceId: 'eve',
    ...dates,
  }
  await db.review.create({ data: { shop: SHOP, id: 'eve', productId: '11', ...written } })
  const file = await new Response(exportReviews(SHOP, 'encore')).text()
  const all = await db.review.count({ where: { shop: SHOP } })
  expect(await bring(file)).toMatchObject({ format: 'encore', rows: all, added: 0, known: all })
  await db.review.deleteMany({ where: { shop: SHOP, id: 'eve' } })
  expect(await bring(file)).toMatchObject({ added: 1, known: all - 1 })
  expect((await own()).find(({ author }) => author === 'Eve')).toMatchObject({ source: 'import', body: '- light\n- loud' })
})

test('what cannot be brought is told line by line, and ambiguous days are not guessed', async () => {
  const [header = ''] = (FILES['judge-me'] ?? '').split('\n')
  const line = (rating: string, date: string, handle: string) => `T,B,${rating},${date},Mia,,,${handle},,`
  const text = [header, line('5', '4/3/2024', 'phone'), line('4.5', '', 'phone'), line('5', '', 'gone'), line('5', '', '')].join('\n')
  const done = await bring(text)
  expect(done).toMatchObject({ added: 0, refused: 4 })
  const report = await new Response(reportOf(SHOP, done.id, done.header)).text()
  expect(
    report
      .split('\r\n')
      .slice(1, 5)
      .map((one) => one.split(',').slice(0, 3).join()),
  ).toEqual(['2,refused,date-ambiguous', '3,refused,rating-not-whole', '4,refused,product-unknown', '5,refused,product-missing'])
})

test('one clear date tells how the others are meant', async () => {
  const [header = ''] = (FILES['judge-me'] ?? '').split('\n')
  const done = await bring([header, 'T,B1,5,25/03/2024,Mia,,,phone,,', 'T,B2,5,4/3/2024,Mia,,,phone,,'].join('\n'))
  expect(done).toMatchObject({ added: 2, dateOrder: 'dmy' })
  expect((await own()).find(({ body }) => body === 'B2')?.submittedAt.toISOString()).toBe('2024-03-04T00:00:00.000Z')
})

test('what was hidden elsewhere waits for the merchant', async () => {
  const [header = '', line = ''] = (FILES['shopify-reviews'] ?? '').split('\n')
  await bring([header, line.replace('published', 'unpublished').replace('It works', 'Hidden once')].join('\n'))
  expect((await own()).find(({ body }) => body === 'Hidden once')).toMatchObject({ state: 'held', publishedAt: null })
})

test('the preview says what will come of it before anything does', async () => {
  const id = await receive(FILES['okendo'] ?? '')
  const told = await readImport(SHOP, id)
  const before = await db.review.count()
  expect(await previewImport(SHOP, id, told?.mapping as Mapping, null)).toMatchObject({
    looked: 1,
    fitting: 1,
    rows: [{ product: 'Phone', rating: 5 }],
  })
  expect(await db.review.count()).toBe(before)
})

test('a crash in the middle loses nothing and doubles nothing', async () => {
  const [header = ''] = LOOX.split('\n')
  const lines = Array.from({ length: 1_200 }, (_, n) => `phone,11,${(n % 5) + 1},Mia,,Text ${n},2024-01-01,,,,,`)
  const id = await receive([header, ...lines].join('\n'))
  const told = await readImport(SHOP, id)
  await startImport(SHOP, id, told?.mapping as Mapping, null)
  const { bringNext } = await import('#app/reviews/import/bring.server.ts')
  await bringNext({ shop: SHOP, importId: id, mapping: told?.mapping as Mapping, order: null, timeZone: 'UTC', locale: 'de' })
  await Promise.all([bringReviews({ shop: SHOP, importId: id }), bringReviews({ shop: SHOP, importId: id })])
  expect(await readImport(SHOP, id)).toMatchObject({ state: 'done', added: 1_200, known: 0 })
  expect(await db.review.count({ where: { importId: id } })).toBe(1_200)
})

test('within seven days it is undone, and only it', async () => {
  const before = await db.review.count()
  const done = await bring(`${LOOX.split('\n')[0]}\nphone,11,1,Ada,,To be undone,2024-02-02,,,,,`)
  expect(await undoImport(SHOP, done.id)).toEqual({ ok: true, value: null })
  await takeBack({ shop: SHOP, importId: done.id })
  expect(await readImport(SHOP, done.id)).toMatchObject({ state: 'undone' })
  expect(await db.review.count()).toBe(before)
  await db.reviewImport.updateMany({ where: { id: done.id }, data: { state: 'done', doneAt: new Date(Date.now() - 8 * 86_400_000) } })
  expect(await undoImport(SHOP, done.id)).toMatchObject({ ok: false, because: 'too-late' })
})

test.each([
  ['an empty file', '', 'empty'],
  ['a header alone', LOOX.split('\n')[0] ?? '', 'empty'],
  ['a spreadsheet that is called .csv', 'PK\u0003\u0004\u0014\u0000,\u0006\u0000\b\u0000\n!\u0000,x', 'no-text'],
  ['a header with a sign that no text has', 'a\u0000b,rating\nx,5', 'no-text'],
])('%s is refused', async (_, text, because) => expect(await receiveFile(SHOP, 'x.csv', bytes(text))).toMatchObject({ because }))

test('the imports are listed in pages, the latest first, and a page that is none is the first', async () => {
  const of = (day: number) => ({ id: String(day), createdAt: new Date(Date.UTC(2026, 0, day)), fileName: 'x.csv', state: 'done' })
  const all = Array.from({ length: 27 }, (_, index) => ({ shop: 'pages.test', header: [], mapping: {}, ...of(index + 1) }))
  await db.reviewImport.createMany({ data: all })
  const listed = async (page: number) => {
    const { rows: imports, ...paged } = await listImports('pages.test', page)
    return { first: imports[0]?.id, count: imports.length, ...paged }
  }
  expect(await listed(1)).toEqual({ first: '27', count: 25, page: 1, more: true })
  expect(await listed(2)).toEqual({ first: '2', count: 2, page: 2, more: false })
  expect(await listed(9)).toMatchObject({ first: '27', page: 1 })
})

test('where a file cannot be read on, the line is told', async () => {
  const file = `${LOOX}\nphone,11,4,Bo,,"never closed,2024-02-02,,,,,\nphone,11,5,Cy,,Fine,2024-02-03,,,,,`
  expect(await receiveFile(SHOP, 'x.csv', bytes(file))).toEqual({ ok: false, because: 'unreadable', detail: { line: 3 } })
})

test('a file that is not in UTF-8 is read all the same, and says so', async () => {
  const [header] = LOOX.split('\n')
  const file = async function* () {
    yield Buffer.from(`${header}\nphone,11,5,Jörg,,Très bien,2024-02-02,,,,,`, 'latin1')
  }
  const received = await receiveFile(SHOP, 'old.csv', file())
  const id = received.ok ? received.value : ''
  expect(await readImport(SHOP, id)).toMatchObject({ encoding: 'windows-1252', rows: 1 })
  expect(await db.reviewImportRow.findFirst({ where: { importId: id } })).toMatchObject({
    cells: expect.arrayContaining(['Jörg', 'Très bien']),
  })
})

test('what was only read can be discarded, what has begun cannot', async () => {
  const id = await receive(LOOX)
  expect(await discardImport(SHOP, id)).toEqual({ ok: true, value: null })
  expect(await readImport(SHOP, id)).toBeNull()
  expect(await db.reviewImportRow.count({ where: { importId: id } })).toBe(0)
  const { id: done } = await bring(LOOX)
  expect(await discardImport(SHOP, done)).toMatchObject({ ok: false, because: 'begun' })
})
