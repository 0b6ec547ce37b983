import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { newPass, reviewLink } from '#app/reviews/collecting/link.server.ts'
import { readReviewFacts } from '#app/reviews/facts.server.ts'
import { DEFAULT_TERMS } from '#app/rewards/program.ts'
import { saveProgram } from '#app/rewards/programs.server.ts'
import { installed, rows, SHOP, useDatabase } from '../platform/world.ts'
import { formIn, insertOrder, insertRequest, visitProxy } from './world.ts'

await useDatabase('reviews_form')
await import('#app/wiring.server.ts')
await installed()
await insertOrder({ id: '9001', productIds: ['1', '2'] })
const requestId = await insertRequest('9001', { terms: { programVersion: 3 } })
const link = await reviewLink(SHOP, requestId)
const token = new URL(link).searchParams.get('t') ?? ''
const write = `write?t=${token}`

async function answer(fields: Record<string, string>, path = write) {
  const form = formIn((await visitProxy(path)).text)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return visitProxy('write', { body: form, headers: { 'x-forwarded-for': '203.0.113.7' } })
}
const jobs = async () =>
  (await rows<{ event: string }>(`select payload->>'event' as event from graphile_worker._private_jobs order by id`)).map(
    ({ event }) => event,
  )

test('the link opens the form with every product of the order', async () => {
  expect(link).toMatch(/^https:\/\/aurora\.myshopify\.com\/apps\/reviews\/write\?t=/)
  const { status, text } = await visitProxy(write)
  expect(status).toBe(200)
  expect(text).toMatch(/Product 1/)
  expect(text).toMatch(/Product 2/)
})

test('what is missing is said, and what she typed stays', async () => {
  const { status, text } = await answer({ 'body.1': 'Nice <b>case</b>' })
  expect(status).toBe(422)
  expect(text).toContain('href="#rating.1"')
  expect(text).toContain('Nice &lt;b&gt;case&lt;/b&gt;')
  expect(await db.review.count()).toBe(0)
})

test('a review is stored with its request, its facts and its events', async () => {
  const { status, text } = await answer({ 'rating.1': '3', 'body.1': 'Does what it should. A little heavy.', author: 'Ada' })
  expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('Thank you for your review') })
  const review = await db.review.findFirstOrThrow()
  expect(review).toMatchObject({ rating: 3, verified: true, state: 'published', email: 'ada@example.com' })
  expect(await db.reviewRequest.findFirst()).toMatchObject({ answeredAt: expect.any(Date) })
  expect((await db.reviewLog.findMany()).map(({ what }) => what).sort()).toEqual(['published', 'submitted'])
  expect(await jobs()).toEqual(['review.received', 'review.changed'])
  const facts = await readReviewFacts(SHOP, review.id)
  expect(facts).toMatchObject({ source: 'form', orderId: '9001', verified: true, photos: 0, final: true, promised: 3, excluded: null })
  expect(Object.keys(facts ?? {})).not.toContain('rating')
})

test('sending it again changes nothing; changing it keeps what she said before', async () => {
  await answer({ 'rating.1': '3', 'body.1': 'Does what it should. A little heavy.', author: 'Ada' })
  expect(await db.review.findMany()).toMatchObject([{ version: 1 }])
  const { text } = await visitProxy(write)
  expect(text).toContain('Does what it should. A little heavy.')
  await answer({ 'rating.1': '2', 'body.1': 'It broke after a week.', author: 'Ada' })
  expect(await db.review.findMany()).toMatchObject([{ version: 2, rating: 2 }])
  expect(await db.reviewVersion.findMany()).toMatchObject([{ version: 1, rating: 3, by: 'shopper' }])
})

test('what no page can show is left out of her text, and what is blank is no text', async () => {
  const { status } = await answer({ 'rating.1': '2', 'body.1': 'It\0 broke\u202e after\u0007\r\ntwo weeks.\u200b', author: '\u202eAda\0' })
  expect(status).toBe(200)
  expect(await db.review.findFirst()).toMatchObject({ body: 'It broke after\ntwo weeks.', author: 'Ada' })
  expect((await answer({ 'rating.1': '2', 'body.1': ' \u200b\u00a0\u2060 ' })).status).toBe(422)
})

test('a page that lay open for a week is sent like any other', async () => {
  const pass = await newPass(SHOP, new Date(Date.now() - 7 * 86_400_000))
  expect((await answer({ pass, 'rating.1': '2', 'body.1': 'It broke after a week and a day.' })).status).toBe(200)
  expect((await visitProxy(`write?product=1&pass=${pass}`)).status).toBe(410)
})

test('who gives no name finds none when she comes back', async () => {
  await answer({ 'rating.1': '2', 'body.1': 'It broke after a month.', author: '' })
  expect(await db.review.findFirst()).toMatchObject({ author: 'A shopper' })
  expect((await visitProxy(write)).text).toMatch(/name="author"\s+value=""/)
})

const drawn = () =>
  sharp({ create: { width: 60, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
const NAMES = ['at home.jpg', '<b>חוף.jpg', 'c.jpg', 'd.jpg', 'e.jpg', 'f.jpg']
const withPhotos = async (photos: readonly Buffer[], fields: Record<string, string>) => {
  const form = formIn((await visitProxy(write)).text)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [n, photo] of photos.entries()) form.append('photos.2', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), NAMES[n])
  return visitProxy('write', { body: form })
}

test('photos are kept with the review until Shopify has them; the same one twice is one', async () => {
  const said = { 'rating.2': '5', 'body.2': 'Soft, and it smells of leather.' }
  const photo = await drawn()
  expect((await withPhotos([photo, photo], said)).status).toBe(200)
  const media = await db.reviewMedia.findMany()
  expect(media).toMatchObject([{ kind: 'photo', state: 'planned', width: 60, height: 30, position: 0 }])
  expect(await jobs()).toContain(null)
  const facts = await readReviewFacts(SHOP, media[0]?.reviewId ?? '')
  expect(facts).toMatchObject({ photos: 1, videos: 0 })
})

test.each([
  ['six photos', async () => Promise.all(Array.from({ length: 6 }, drawn)), 422, 'too many photos'],
  ['a text called a photo', async () => [Buffer.from('hello')], 422, '<bdi>at home.jpg</bdi>: A photo could not be read'],
  [
    'the one of two that is none',
    async () => [await drawn(), Buffer.from('hello')],
    422,
    '<bdi>&lt;b&gt;חוף.jpg</bdi>: A photo could not be read',
  ],
  ['a photo beyond measure', async () => [Buffer.alloc(26 * 1024 * 1024)], 413, 'too large'],
])('%s is refused, and her text stays', async (_, photos, status, said) => {
  const told = await withPhotos(await photos(), { 'rating.2': '4', 'body.2': 'My other words.' })
  expect(told.status).toBe(status)
  expect(told.text).toContain(said)
  expect(told.text).toContain('My other words.')
  expect(await db.review.count({ where: { body: 'My other words.' } })).toBe(0)
})

const NAMED = '<bdi dir="ltr">bot@mailinator.com</bdi>'

test('a visitor is asked for an address once: to change a review takes none, and makes none better', async () => {
  await db.shop.update({ where: { shop: SHOP }, data: { settings: { collecting: { writers: 'anyone' } } } })
  await saveProgram(SHOP, { active: true, terms: { ...DEFAULT_TERMS, who: 'all' } })
  const pass = await newPass(SHOP, new Date(Date.now() - 60_000))
  const form = formIn((await visitProxy(`write?product=1&pass=${pass}`)).text)
  const sent = async (fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return visitProxy('write', { body: form })
  }
  expect((await sent({ 'rating.1': '4', 'body.1': 'Holds well, for what it costs.' })).text).toContain('href="#email"')
  expect(await sent({ email: 'bot@mailinator.com' })).toMatchObject({ status: 200, text: expect.stringContaining(NAMED) })
  const where = { email: 'bot@mailinator.com' }
  expect(await db.review.findFirst({ where })).toMatchObject({ state: 'held', heldFor: 'throwaway-mail' })
  const page = (await visitProxy(`write?product=1&pass=${pass}`)).text
  expect(page).toContain('Holds well, for what it costs.')
  expect(page).not.toContain('name="email"')
  expect((await sent({ email: '', 'body.1': 'Holds well, after a month too.' })).status).toBe(200)
  const again = await sent({ email: 'eve@example.com', 'body.1': 'Holds well, after a year too.' })
  expect(again).toMatchObject({ status: 200, text: expect.stringContaining(NAMED) })
  expect(await db.review.findFirst({ where })).toMatchObject({ version: 3, state: 'held', heldFor: 'throwaway-mail' })
  // Its last page tells what comes later, and gives nothing before somebody has looked at it.
  expect(await db.reward.count()).toBe(0)
})

test('a link to what the shop no longer has says so, and blames no e-mail', async () => {
  await insertOrder({ id: '9077', productIds: ['77'] })
  const asked = await reviewLink(SHOP, await insertRequest('9077'))
  const path = `write?t=${new URL(asked).searchParams.get('t')}`
  expect((await visitProxy(path)).status).toBe(200)
  await db.product.updateMany({ where: { shop: SHOP, id: '77' }, data: { deletedAt: new Date() } })
  expect(await visitProxy(path)).toMatchObject({ status: 410, text: expect.stringContaining('This product is no longer sold') })
})
