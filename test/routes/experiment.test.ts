import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { useDatabase } from '../platform/world.ts'
import { offer } from './belongings.ts'
import { answerOf, asks, opened } from './merchant.ts'

await useDatabase('routes_experiment')
const AURORA = 'aurora.myshopify.com'
await opened(AURORA)
await import('#app/wiring.server.ts')
const page = await import('#app/routes/_admin.offers.$id_.experiment.tsx')
const { createOffer, readOffer, saveOffer } = await import('#app/offers/offers.server.ts')
const { readSettings, saveSettings } = await import('#app/surfaces/settings/settings.server.ts')
const { OfferDefinition } = await import('#app/offers/offer.ts')

const ask = (id: string, body: object) => answerOf(page.action({ request: asks(AURORA, '/', body), params: { id }, context: {} }))
const seen = (id: string) => answerOf(page.loader({ request: asks(AURORA, '/'), params: { id }, context: {} }))
const made = () => createOffer(AURORA, OfferDefinition.parse(offer()), 'active')

/** A test of an offer whose copy offers something else. */
async function prepared() {
  const [{ id }, experiment] = [await made(), randomUUID()]
  const { location } = await ask(id, { action: 'prepare', key: experiment })
  const copy = await readOffer(AURORA, /\/offers\/([^?]+)/.exec(location ?? '')?.[1] ?? '')
  const steps = copy!.definition.steps.map((step) => ({ ...step, discount: { kind: 'none' as const } }))
  await saveOffer(AURORA, copy!.id, { ...copy!.definition, steps }, copy!.version)
  return { id, experiment, copy: copy!.id }
}

test('a test is started, seen and ended from the page of either side, and of no other offer', async () => {
  const { id, experiment, copy } = await prepared()
  const { id: third } = await made()
  for (const asked of [{ action: 'start', share: 50 }, { action: 'align' }, { action: 'end', keep: id }, { action: 'discard' }])
    expect(await ask(third, { ...asked, experiment })).toMatchObject({ status: 404 })
  expect(await seen(copy)).toMatchObject({ body: { open: { stage: 'prepared', same: false } } })
  expect(await ask(copy, { action: 'start', experiment, share: 50 })).toMatchObject({ status: 200 })
  expect(await seen(id)).toMatchObject({ body: { open: { stage: 'running', verdict: { title: 'Too early to say' } } } })
  expect(await ask(id, { action: 'end', experiment, keep: third })).toMatchObject({ status: 404 })
  expect(await ask(id, { action: 'end', experiment, keep: copy })).toMatchObject({ status: 200 })
  expect(await seen(id)).toMatchObject({ body: { open: null, past: [{ stage: 'ended', rows: [{ kept: false }, { kept: true }] }] } })
})

test.each([{ action: 'start', share: 0 }, { action: 'start', share: 100 }, { action: 'start', share: null }, { action: 'stop' }])(
  '%j is refused and changes nothing',
  async (asked) => {
    const { id, experiment } = await prepared()
    expect(await ask(id, { ...asked, experiment })).toMatchObject({ status: 422 })
    expect(await db.experiment.findUnique({ where: { shop_id: { shop: AURORA, id: experiment } } })).toMatchObject({ startedAt: null })
  },
)

test('the prepared fallback follows what is kept', async () => {
  const { id, experiment, copy } = await prepared()
  await saveSettings(AURORA, { fallbackOfferId: id, limitMs: 900 })
  await ask(id, { action: 'start', experiment, share: 50 })
  await ask(id, { action: 'end', experiment, keep: copy })
  expect(await readSettings(AURORA)).toEqual({ fallbackOfferId: copy, limitMs: 900 })
})

test('one that is active before its test begins is told of', async () => {
  const { id, copy } = await prepared()
  expect(await seen(id)).toMatchObject({ body: { open: { active: false } } })
  await db.offer.update({ where: { shop_id: { shop: AURORA, id: copy } }, data: { status: 'active' } })
  expect(await seen(id)).toMatchObject({ body: { open: { active: true } } })
})
