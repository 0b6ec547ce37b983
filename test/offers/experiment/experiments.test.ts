import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import {
  alignExperiment,
  discardExperiment,
  endExperiment,
  listEdits,
  prepareExperiment,
  readExperiments,
  readInTest,
  startExperiment,
} from '#app/offers/experiment/experiments.server.ts'
import { changeOffers, listOffers } from '#app/offers/list/listing.server.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { archiveOffers, createOffer, duplicateOffer, readOffer, saveOffer, setOfferStatus } from '#app/offers/offers.server.ts'
import { readVersion, restoreVersion } from '#app/offers/versions/versions.server.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'
import { offer, step } from '../builders.ts'

await useDatabase('experiments')
await installed()
const OTHER = 'noor.myshopify.com'
await installed(OTHER)

const NOW = new Date('2026-11-21T12:00:00Z')
const { definition } = offer('Case', { steps: [step('first')], priority: 3 })
let id = ''
beforeEach(async () => {
  id = (await createOffer(SHOP, definition, 'active')).id
})

const read = async (of: string) => (await readOffer(SHOP, of))!
const change = async (of: string, over: Partial<OfferDefinition>) => {
  const now = await read(of)
  return saveOffer(SHOP, of, { ...now.definition, ...over }, now.version)
}
const dearer = { steps: [step('first', { discount: { kind: 'percentage', percent: 20 } })] }

async function prepared() {
  const made = await prepareExperiment(SHOP, id, randomUUID())
  if (!made.ok) throw new Error(made.because)
  return made.value
}
async function running(share = 30) {
  const made = await prepared()
  await change(made.challengerId, dearer)
  expect(await startExperiment(SHOP, made.id, share, NOW)).toMatchObject({ ok: true, value: { share, startedAt: NOW } })
  return made
}

test('a copy is made to be changed, once however often it is asked for, and nothing is shown to anybody yet', async () => {
  const key = randomUUID()
  const made = await Promise.all([1, 2, 3].map(() => prepareExperiment(SHOP, id, key)))
  const [first] = made
  expect(made).toEqual(Array(3).fill(first))
  if (!first?.ok) throw new Error('not made')
  expect(await read(first.value.challengerId)).toMatchObject({ status: 'draft', definition: { title: 'Case (B)', priority: 3 } })
  expect((await read(id)).definition.arm).toBeUndefined()
  expect(await readInTest(SHOP, id)).toEqual({ letter: 'A', other: 'Case (B)', running: false })
  expect(await readInTest(SHOP, first.value.challengerId)).toEqual({ letter: 'B', other: 'Case', running: false })
})

test('an offer is in one test at a time, from whichever side', async () => {
  const made = await prepared()
  const before = await db.offer.count({ where: { shop: SHOP } })
  for (const side of [id, made.challengerId])
    expect(await prepareExperiment(SHOP, side, randomUUID())).toEqual({ ok: false, because: 'in-test' })
  const at = (await createOffer(SHOP, definition)).id
  const two = await Promise.all([1, 2].map(() => prepareExperiment(SHOP, at, randomUUID())))
  expect(two.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.offer.count({ where: { shop: SHOP } })).toBe(before + 2)
})

test('started, both are active for the same purchases, each with its share, and saving either leaves it so', async () => {
  const { challengerId, id: test } = await prepared()
  await change(challengerId, { ...dearer, rules: offer('x', { rules: [{ kind: 'product', productIds: ['7'] }] }).definition.rules })
  await startExperiment(SHOP, test, 30, NOW)
  const [a, b] = [await read(id), await read(challengerId)]
  expect([a.status, b.status]).toEqual(['active', 'active'])
  expect([a.definition.arm, b.definition.arm]).toEqual([
    { experiment: test, from: 0, to: 70 },
    { experiment: test, from: 70, to: 100 },
  ])
  expect(b.definition).toMatchObject({ title: 'Case (B)', rules: a.definition.rules, steps: dearer.steps })
  await change(id, { title: 'Phone case', arm: undefined })
  await change(challengerId, { arm: { experiment: 'another', from: 0, to: 100 } })
  expect([(await read(id)).definition.arm?.to, (await read(challengerId)).definition.arm?.experiment]).toEqual([70, test])
  expect(await listEdits(SHOP, { ...(await readExperiments(SHOP, id))[0]!.experiment })).toMatchObject([
    { offerId: id },
    { offerId: challengerId },
  ])
})

test('copies, older versions and new offers are in no test', async () => {
  const { challengerId } = await running()
  const copy = await duplicateOffer(SHOP, challengerId)
  if (!copy.ok) throw new Error(copy.because)
  expect((await read(copy.value.id)).definition.arm).toBeUndefined()
  const restored = await restoreVersion(SHOP, id, 1)
  expect(restored.ok && (await read(id)).definition.arm?.to).toBe(70)
  expect((await readVersion(SHOP, id, 1))?.definition.arm).toBeUndefined()
})

test('what was changed in one of the two only is put right by a click', async () => {
  const { challengerId, id: test } = await running()
  await change(id, { rules: offer('x', { rules: [{ kind: 'product', productIds: ['7'] }] }).definition.rules })
  expect(await alignExperiment(SHOP, test)).toMatchObject({ ok: true })
  const [a, b] = [await read(id), await read(challengerId)]
  expect(b.definition).toMatchObject({ rules: a.definition.rules, steps: dearer.steps, arm: { to: 100 } })
  expect(await alignExperiment(SHOP, test)).toMatchObject({ ok: true })
  expect((await read(challengerId)).version).toBe(b.version)
})

test.each(['original', 'challenger'] as const)('ended, everybody sees the %s, and the other is paused', async (side) => {
  const { challengerId, id: test } = await running()
  const [kept, other] = side === 'original' ? [id, challengerId] : [challengerId, id]
  for (let times = 0; times < 2; times += 1)
    expect(await endExperiment(SHOP, test, kept, NOW)).toMatchObject({ ok: true, value: { endedAt: NOW, keptId: kept } })
  expect(await endExperiment(SHOP, test, other, NOW)).toEqual({ ok: false, because: 'over' })
  expect(await startExperiment(SHOP, test, 50, NOW)).toEqual({ ok: false, because: 'over' })
  expect([(await read(kept)).status, (await read(other)).status]).toEqual(['active', 'paused'])
  expect([(await read(kept)).definition.arm, (await read(other)).definition.arm]).toEqual([undefined, undefined])
  expect(await readInTest(SHOP, id)).toBeNull()
  expect(await prepareExperiment(SHOP, kept, randomUUID())).toMatchObject({ ok: true })
})

test('both stand where the original was moved to, while the test runs and for the one that is kept', async () => {
  const { challengerId, id: test } = await running()
  const between = (await createOffer(SHOP, { ...definition, title: 'Between', priority: 5 }, 'active')).id
  await changeOffers(SHOP, { action: 'move', ids: [id], target: between, side: 'before' }, NOW)
  const order = async () => (await listOffers(SHOP)).flatMap(({ id: one }) => ([id, challengerId, between].includes(one) ? [one] : []))
  expect(await order()).toEqual([id, challengerId, between])
  await changeOffers(SHOP, { action: 'move', ids: [challengerId], target: between, side: 'after' }, NOW)
  expect(await order()).toEqual([between, id, challengerId])
  await changeOffers(SHOP, { action: 'move', ids: [between], target: challengerId, side: 'after' }, NOW)
  expect(await order()).toEqual([id, challengerId, between])
  await endExperiment(SHOP, test, challengerId, NOW)
  expect((await order()).indexOf(challengerId)).toBeLessThan((await order()).indexOf(between))
})

test('what cannot be tested is refused, says why and changes nothing', async () => {
  const { challengerId, id: test } = await prepared()
  expect(await startExperiment(SHOP, test, 50, NOW)).toEqual({ ok: false, because: 'same' })
  expect(await endExperiment(SHOP, test, id, NOW)).toEqual({ ok: false, because: 'over' })
  await change(challengerId, dearer)
  await archiveOffers(SHOP, [id], NOW)
  expect(await startExperiment(SHOP, test, 50, NOW)).toEqual({ ok: false, because: 'archived' })
  expect((await read(challengerId)).definition.arm).toBeUndefined()
  expect(await startExperiment(OTHER, test, 50, NOW)).toEqual({ ok: false, because: 'gone' })
  expect(await prepareExperiment(OTHER, id, randomUUID())).toEqual({ ok: false, because: 'gone' })
  const archived = (await createOffer(SHOP, definition)).id
  await archiveOffers(SHOP, [archived], NOW)
  expect(await prepareExperiment(SHOP, archived, randomUUID())).toEqual({ ok: false, because: 'archived' })
})

test('a test that has not begun is forgotten, its copy is not; one that runs must be ended', async () => {
  const first = await prepared()
  expect(await discardExperiment(SHOP, first.id)).toEqual({ ok: true, value: null })
  expect(await readExperiments(SHOP, id)).toEqual([])
  expect(await read(first.challengerId)).toMatchObject({ status: 'draft' })
  const second = await running()
  expect(await discardExperiment(SHOP, second.id)).toEqual({ ok: false, because: 'over' })
})

test('one who saves, pauses or starts at the same moment loses nothing', async () => {
  const { challengerId, id: test } = await prepared()
  await change(challengerId, dearer)
  const { version, definition: written } = await read(id)
  const [started, , saved] = await Promise.all([
    startExperiment(SHOP, test, 50, NOW),
    startExperiment(SHOP, test, 50, NOW),
    saveOffer(SHOP, id, { ...written, title: 'Renamed' }, version),
    setOfferStatus(SHOP, [challengerId], 'paused'),
  ])
  expect(started.ok).toBe(true)
  const after = await read(id)
  expect(after.definition.arm).toEqual({ experiment: test, from: 0, to: 50 })
  expect(after.definition.title).toBe(saved.ok ? 'Renamed' : 'Case')
})
