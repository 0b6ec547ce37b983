import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import '#app/wiring.server.ts'
import { db } from '#app/platform/db.server.ts'
import { takeBack } from '#app/reviews/import/imports.server.ts'
import { moveAgain, moveMedia, readMoving } from '#app/reviews/import/move.server.ts'
import { storeMedia } from '#app/reviews/media/store.server.ts'
import { MOST_VIDEO_BYTES } from '#app/reviews/collecting/limits.ts'
import { box, mp4, PLACE, textIn } from '../media/video-bytes.ts'
import { useSimulator } from '#test/catalog/simulated.ts'
import { rows, until, useDatabase } from '#test/platform/world.ts'

await useDatabase('reviews_move')
const { install } = await useSimulator('reviews_move_shopify')
const SHOP = 'aurora.myshopify.com'
await install(SHOP)

const picture = await sharp({ create: { width: 60, height: 30, channels: 3, background: 'red' } })
  .jpeg()
  .toBuffer()
let gone = true
const FILMS: Readonly<Record<string, { type: string; bytes: Uint8Array }>> = {
  '/film.mp4': { type: 'video/mp4', bytes: mp4({ user: box('©xyz', PLACE) }) },
  '/tracked.mp4': { type: 'video/mp4', bytes: mp4({ samples: 'gpmd' }) },
  '/watch.mp4': { type: 'text/html', bytes: Buffer.from('<video>') },
  '/huge.mp4': { type: 'video/mp4', bytes: Buffer.alloc(MOST_VIDEO_BYTES + 1) },
}
const oldApp = createServer((request, response) => {
  if (request.url === '/gone.jpg' && gone) return response.writeHead(404).end()
  const film = FILMS[request.url ?? '']
  if (film) return response.writeHead(200, { 'content-type': film.type }).end(film.bytes)
  response.writeHead(200, { 'content-type': 'image/jpeg' }).end(request.url === '/broken.jpg' ? 'no picture' : picture)
})
await new Promise<void>((open) => oldApp.listen(0, '127.0.0.1', open))
afterAll(() => new Promise((closed) => oldApp.close(closed)))
const base = `http://127.0.0.1:${(oldApp.address() as AddressInfo).port}`

const NAMES = ['a', 'gone', 'broken'] as const
const plain = { productId: '1', source: 'import', importId: 'i', rating: 4, author: 'Ada', language: 'en', submittedAt: new Date() }
for (const name of NAMES) {
  await db.review.create({ data: { shop: SHOP, id: name, sourceId: name, ...plain } })
  const media = { shop: SHOP, reviewId: name, id: 'import-0', kind: 'photo', position: 0, state: 'stored' }
  await db.reviewMedia.create({ data: { ...media, url: `${base}/${name}.jpg` } })
}
const move = () => moveMedia({ shop: SHOP, importId: 'i' }, () => true)
/** Shopify takes its time to look at a picture. */
const store = (reviewId: string) =>
  until(async () => {
    await storeMedia({ shop: SHOP, reviewId, looks: 0 })
    return (await mediaOf(reviewId)).body === null
  })
const mediaOf = (reviewId: string) => db.reviewMedia.findFirstOrThrow({ where: { shop: SHOP, reviewId } })

test('a photo is shown from the old app until the shop’s own files have it', async () => {
  await move()
  expect(await mediaOf('a')).toMatchObject({ state: 'stored', url: `${base}/a.jpg`, fileId: null, width: 60 })
  await store('a')
  expect(await mediaOf('a')).toMatchObject({
    state: 'stored',
    url: expect.not.stringContaining(base),
    oldUrl: `${base}/a.jpg`,
    fileId: expect.stringContaining('gid://shopify/'),
    body: null,
  })
  const events = await rows<{ event: string }>(
    `select payload->>'event' as event from graphile_worker._private_jobs where payload->>'event' is not null`,
  )
  expect(events.map(({ event }) => event)).toContain('review.changed')
})

test('what could not be copied is shown from where it was, is named, and is tried again when she says so', async () => {
  expect(await readMoving(SHOP, 'i')).toMatchObject({
    total: 3,
    moved: 1,
    failures: 2,
    failed: [
      { reviewId: 'broken', because: 'photo-kind' },
      { reviewId: 'gone', because: 'not-found' },
    ],
  })
  expect(await mediaOf('gone')).toMatchObject({ state: 'stored', url: `${base}/gone.jpg` })
  gone = false
  await moveAgain(SHOP, 'i')
  await move()
  await store('gone')
  expect(await readMoving(SHOP, 'i')).toMatchObject({ moved: 2, failures: 1 })
})

test('another run copies nothing twice', async () => {
  const before = await db.reviewMedia.findMany({ orderBy: { reviewId: 'asc' } })
  await move()
  for (const name of NAMES) await store(name)
  expect(await db.reviewMedia.findMany({ orderBy: { reviewId: 'asc' } })).toEqual(before)
})

test('the address of a machine of ours is not asked', async () => {
  await moveAgain(SHOP, 'i')
  await moveMedia({ shop: SHOP, importId: 'i' })
  expect(await mediaOf('broken')).toMatchObject({ moveProblem: 'private-address' })
})

test('with the import the copies go from the shop’s files too', async () => {
  const { fileId } = await mediaOf('a')
  await takeBack({ shop: SHOP, importId: 'i' })
  expect(await db.reviewMedia.count()).toBe(0)
  expect(
    (await db.effect.findMany({ where: { kind: 'file-delete' } })).map(({ request }) => (request as { fileId: string }).fileId),
  ).toContain(fileId)
})

test('a video comes too, without the place where it was taken, or says why it does not', async () => {
  for (const name of ['film', 'tracked', 'watch', 'huge']) {
    await db.review.create({ data: { shop: SHOP, id: name, sourceId: name, ...plain, importId: 'v' } })
    const media = { shop: SHOP, reviewId: name, id: 'import-0', kind: 'video', position: 0, state: 'stored' }
    await db.reviewMedia.create({ data: { ...media, url: `${base}/${name}.mp4` } })
  }
  await moveMedia({ shop: SHOP, importId: 'v' }, () => true)
  const { body, url } = await mediaOf('film')
  expect([textIn(body ?? new Uint8Array()).includes(PLACE), url]).toEqual([false, `${base}/film.mp4`])
  await store('film')
  expect(await mediaOf('film')).toMatchObject({ oldUrl: `${base}/film.mp4`, fileId: expect.stringContaining('/Video/') })
  expect(await readMoving(SHOP, 'v')).toMatchObject({
    total: 4,
    moved: 1,
    failed: [
      { reviewId: 'huge', because: 'video-too-large' },
      { reviewId: 'tracked', because: 'video-place' },
      { reviewId: 'watch', because: 'video-other-type' },
    ],
  })
})
