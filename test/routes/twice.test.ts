import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { doDeed } from '#app/reviews/moderating/deeds.server.ts'
import { readAutomation, switchAutomation } from '#app/retention/admin.server.ts'
import { readAskingPage } from '#app/reviews/asking/admin.server.ts'
import { RequestsQuery } from '#app/reviews/asking/requests-listed.ts'
import { useDatabase } from '../platform/world.ts'
import { belongings, offer } from './belongings.ts'
import { answerOf, asks, opened } from './merchant.ts'

await useDatabase('routes_twice')
const [AURORA, NOOR] = ['aurora.myshopify.com', 'noor.myshopify.com']
await opened(AURORA)
await opened(NOOR)
await belongings(AURORA, '7001')
await import('#app/wiring.server.ts')
const list = await import('#app/routes/_admin.offers._index.tsx')
const editor = await import('#app/routes/_admin.offers.$id.tsx')
const versions = await import('#app/routes/_admin.offers.$id_.versions._index.tsx')
const requests = await import('#app/routes/_admin.reviews.requests.tsx')
const automations = await import('#app/routes/_admin.automations.$kind.tsx')
const uploading = await import('#app/routes/_admin.reviews.import.upload.ts')

beforeEach(() => db.$executeRaw`delete from offer`)

const create = (key: string, edit: object = {}, shop = AURORA) =>
  answerOf(
    editor.action({
      request: asks(shop, '/offers/new', { definition: offer(edit), status: 'active', version: null, key }),
      params: { id: 'new' },
      context: {},
    }),
  )
const change = async (body: object) =>
  (await answerOf(list.action({ request: asks(AURORA, '/offers', body), params: {}, context: {} }))).body as {
    changed: number
    undo: unknown
  }
const offers = () => db.offer.findMany({ where: { shop: AURORA }, select: { id: true, title: true, version: true } })

test('a new offer that is saved again because no answer came is the same offer', async () => {
  const key = randomUUID()
  const first = await create(key)
  expect(first).toMatchObject({ location: `/offers/${key}` })
  expect(await create(key)).toEqual(first)
  expect(await offers()).toEqual([{ id: key, title: 'Case', version: 1 }])
})

test('what she changed before she saved it again is its next version', async () => {
  const key = randomUUID()
  await create(key)
  expect(await create(key, { title: 'Better case' })).toMatchObject({ location: `/offers/${key}` })
  expect(await offers()).toEqual([{ id: key, title: 'Better case', version: 2 }])
})

test('what someone else changed in it meanwhile is not overwritten', async () => {
  const key = randomUUID()
  await create(key)
  await create(key, { title: 'Theirs' })
  expect(await create(key, { title: 'Mine' })).toMatchObject({ status: 409, body: { because: 'changed-meanwhile' } })
})

test('saved twice at one moment it is made once, and a key of another shop means nothing', async () => {
  const key = randomUUID()
  const both = await Promise.all([create(key), create(key), create(key, {}, NOOR)])
  expect(both.map(({ location }) => location)).toEqual([`/offers/${key}`, `/offers/${key}`, `/offers/${key}`])
  expect(await offers()).toHaveLength(1)
  expect(await db.offer.count({ where: { shop: NOOR } })).toBe(1)
})

test('offers are duplicated once for each time that the merchant was answered', async () => {
  const [one, two, key] = [randomUUID(), randomUUID(), randomUUID()]
  await create(one)
  await create(two, { title: 'Glass' })
  const wanted = { action: 'duplicate', ids: [one, two], key }
  const [told, again] = await Promise.all([change(wanted), change(wanted)])
  expect([told, again]).toEqual([told, told])
  expect((await offers()).map(({ title }) => title).sort()).toEqual(['Case', 'Copy of Case', 'Copy of Glass', 'Glass'])
  await change({ ...wanted, key: randomUUID() })
  expect(await offers()).toHaveLength(6)
})

test('an old version is brought back once', async () => {
  const key = randomUUID()
  await create(key)
  await create(key, { title: 'Better case' })
  const back = () => answerOf(versions.action({ request: asks(AURORA, '/', { version: 1 }), params: { id: key }, context: {} }))
  expect(await back()).toMatchObject({ status: 200, body: { before: 2 } })
  expect(await back()).toMatchObject({ status: 200, body: { before: 2 } })
  expect(await offers()).toEqual([{ id: key, title: 'Case', version: 3 }])
})

test('an answer to her alone is mailed once', async () => {
  const reply = () => doDeed(AURORA, 'staff', { deed: 'reply', id: '7001', text: 'Thank you', public: false, opened: null })
  const both = await Promise.all([reply(), reply()])
  expect(both.map((done) => done.ok && done.value.changed).sort()).toEqual([0, 1])
  expect(await db.message.count({ where: { shop: AURORA, kind: 'review-reply' } })).toBe(1)
})

test.each([
  ['a request', '/reviews/requests', requests.action, async () => (await readAskingPage(AURORA, RequestsQuery.parse({}))).form],
  ['an automation', '/automations/missed-offer', automations.action, async () => (await readAutomation(AURORA, 'missed-offer')).form],
] as const)(
  'a test of %s is mailed once for each time that it was answered, and once more where the words are others',
  async (_, path, action, read) => {
    await db.message.deleteMany()
    const form = await read()
    const send = (key: string, to = 'me@shop.example') => {
      const request = asks(AURORA, path, { intent: 'test', form, language: 'en', to, key })
      return answerOf(action({ request, params: { kind: 'missed-offer' }, context: {} }))
    }
    const key = randomUUID()
    const both = await Promise.all([send(key), send(key)])
    expect(both.map(({ body }) => body)).toEqual([both[0]?.body, expect.objectContaining({ said: expect.any(String) })])
    expect(await db.message.count({ where: { shop: AURORA } })).toBe(1)
    await send(key, 'you@shop.example')
    await send(randomUUID())
    expect((await db.message.findMany({ where: { shop: AURORA } })).map(({ to }) => to).sort()).toEqual([
      'me@shop.example',
      'me@shop.example',
      'you@shop.example',
    ])
  },
)

test('an automation that is switched on twice begins with the first time', async () => {
  await db.shop.update({ where: { shop: AURORA }, data: { settings: { messages: { manners: {}, look: { postalAddress: 'Street 1' } } } } })
  const since = async () => (await readAutomation(AURORA, 'missed-offer')).form.retention['missed-offer'].since
  await switchAutomation(AURORA, 'missed-offer', true)
  const first = await since()
  expect(first).toEqual(expect.any(String))
  await switchAutomation(AURORA, 'missed-offer', true)
  expect(await since()).toBe(first)
})

test('a file that is chosen again before its import was begun is the same import; afterwards it is another', async () => {
  const upload = async () => {
    const request = asks(AURORA, '/reviews/import/upload?name=r.csv&key=r.csv:20:1', 'rating,body\n5,Good\n')
    return ((await (await uploading.action({ request, params: {}, context: {} })).json()) as { id: string }).id
  }
  const first = await upload()
  expect(await upload()).toBe(first)
  const where = { shop_id: { shop: AURORA, id: first } }
  await db.reviewImport.update({ where, data: { state: 'reading' } })
  expect(await upload()).toBe(first)
  expect(await db.reviewImportRow.count({ where: { shop: AURORA, importId: first } })).toBe(1)
  await db.reviewImport.update({ where, data: { state: 'done' } })
  expect(await upload()).not.toBe(first)
})
