import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { useDatabase } from '../platform/world.ts'
import { offer } from './belongings.ts'
import { answerOf, asks, opened } from './merchant.ts'

await useDatabase('routes_offers')
const [AURORA, NOOR] = ['aurora.myshopify.com', 'noor.myshopify.com']
await opened(AURORA)
await opened(NOOR)
await import('#app/wiring.server.ts')
const list = await import('#app/routes/_admin.offers._index.tsx')
const editor = await import('#app/routes/_admin.offers.$id.tsx')
const settings = await import('#app/routes/_admin.settings.tsx')
const { markOf } = await import('#app/platform/saved.server.ts')
const DEFAULTS = { fallbackOfferId: null, limitMs: 1_000 }

const save = (shop: string, id: string, body: unknown) =>
  answerOf(editor.action({ request: asks(shop, `/offers/${id}`, body), params: { id }, context: {} }))
const read = (shop: string, id: string) => answerOf(editor.loader({ request: asks(shop, `/offers/${id}`), params: { id }, context: {} }))
const change = (shop: string, body: unknown) => answerOf(list.action({ request: asks(shop, '/offers', body), params: {}, context: {} }))
const listed = (shop: string) => answerOf(list.loader({ request: asks(shop, '/offers'), params: {}, context: {} }))
const made = async (shop = AURORA, edit: object = {}) => {
  const { location } = await save(shop, 'new', { definition: offer(edit), status: 'active', version: null })
  return /\/offers\/([^?]+)/.exec(location ?? '')?.[1] ?? ''
}

test('a new offer is saved and opened at its own address', async () => {
  const id = await made()
  expect(await read(AURORA, id)).toMatchObject({
    status: 200,
    body: { offer: { version: 1, status: 'active' }, surroundings: { terms: { currency: 'EUR' } } },
  })
})

test.each([
  ['no JSON', '{', 400, {}],
  ['a status that there is not', { definition: {}, status: 'sold', version: null }, 422, { fields: { status: expect.any(String) } }],
  ['a version that is text', { definition: {}, status: 'draft', version: 'x' }, 422, { fields: { version: expect.any(String) } }],
  [
    'a percentage above all of it',
    {
      definition: offer({ steps: [{ ...offer().steps[0], discount: { kind: 'percentage', percent: 200 } }] }),
      status: 'draft',
      version: null,
    },
    422,
    { problems: { 'steps.0.discount.percent': expect.stringMatching(/at most 100/) } },
  ],
  ['no name', { definition: offer({ title: '' }), status: 'draft', version: null }, 422, { problems: { title: expect.any(String) } }],
])('%s is refused with the field’s name', async (_, body, status, said) => {
  expect(await save(AURORA, 'new', body)).toMatchObject({ status, body: said })
})

test('an older version does not overwrite a newer one', async () => {
  const id = await made()
  const body = { definition: offer({ title: 'Newer' }), status: 'active', version: 1 }
  expect(await save(AURORA, id, body)).toMatchObject({ status: 200, body: { saved: 2 } })
  expect(await save(AURORA, id, body)).toMatchObject({ status: 409, body: { because: 'changed-meanwhile' } })
})

test.each([
  ['an action nobody knows', { action: 'explode', ids: ['a'] }, { fields: { action: expect.any(String) } }],
  ['nothing chosen', { action: 'pause', ids: [] }, { fields: { ids: expect.any(String) } }],
])('the list refuses %s', async (_, body, said) => expect(await change(AURORA, body)).toMatchObject({ status: 422, body: said }))

test('a second shop sees and changes nothing of the first', async () => {
  const id = await made()
  expect(await read(NOOR, id)).toMatchObject({ status: 404 })
  expect(await listed(NOOR)).toMatchObject({ body: { rows: [] } })
  for (const action of ['activate', 'pause', 'duplicate', 'archive', 'restore'] as const)
    expect(await change(NOOR, { action, ids: [id] })).toMatchObject({ body: { changed: 0 } })
  expect(await save(NOOR, id, { definition: offer({ title: 'Mine' }), status: 'paused', version: 1 })).toMatchObject({ status: 404 })
  expect(await db.offer.findMany({ where: { shop: NOOR } })).toEqual([])
  expect(await read(AURORA, id)).toMatchObject({ body: { offer: { status: 'active', archived: false, version: 1 } } })
})

test('an offer is told which of its places are not open, with the list and the editor of one mind', async () => {
  const id = await made(AURORA, { shownOn: ['thank-you', 'email'] })
  const shut = async () => {
    const { rows } = (await listed(AURORA)).body as { rows: { id: string; shut: { surface: string; because: string }[] }[] }
    const { surroundings } = (await read(AURORA, id)).body as { surroundings: { shut: object } }
    return [surroundings.shut, rows.find((row) => row.id === id)?.shut.map(({ surface, because }) => [surface, because])]
  }
  expect(await shut()).toEqual([
    { 'thank-you': 'not-placed', 'order-status': 'not-placed', email: 'off' },
    [
      ['thank-you', 'not-placed'],
      ['email', 'off'],
    ],
  ])
  await db.blockSeen.create({ data: { shop: AURORA, surface: 'thank-you', at: new Date() } })
  expect(await shut()).toEqual([{ 'order-status': 'not-placed', email: 'off' }, []])
})

test('a fallback of another shop is refused', async () => {
  const id = await made()
  const ask = (shop: string) =>
    answerOf(
      settings.action({
        request: asks(shop, '/settings', { form: { limitMs: 900, fallbackOfferId: id }, opened: markOf(DEFAULTS) }),
        params: {},
        context: {},
      }),
    )
  expect(await ask(NOOR)).toMatchObject({ status: 422, body: { because: 'offer-gone' } })
  expect(await ask(AURORA)).toMatchObject({ status: 200 })
})

test('whoever has no session gets no page', async () => {
  const request = new Request('https://encore.test/offers', { headers: { 'user-agent': 'Mozilla/5.0 Chrome/140.0' } })
  expect((await answerOf(list.loader({ request, params: {}, context: {} }))).status).toBeGreaterThanOrEqual(300)
})
