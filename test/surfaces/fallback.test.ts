import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseForPhone, PRODUCTS } from './case-for-phone.ts'
import { openShop, SHOP, stage, tokenOf, type Stage } from './stage.ts'

let on: Stage
let fallback: string
let better: string
beforeAll(async () => {
  on = await stage('surfaces_fallback')
  await openShop(on, { products: PRODUCTS })
  fallback = (await on.offers.createOffer(SHOP, caseForPhone, 'active')).id
  better = (await on.offers.createOffer(SHOP, { ...caseForPhone, priority: 9 }, 'active')).id
  const { saveSettings } = await import('#app/surfaces/settings/settings.server.ts')
  await saveSettings(SHOP, { fallbackOfferId: fallback, limitMs: 1_000 })
})
afterAll(() => on.close())

const accept = (referenceId: string, body: object, lines = [{ productId: 1, variantId: 11 }]) =>
  on.post('accept', { token: tokenOf({ referenceId, lines }), stepId: 'case', ...body })

test('the prepared fallback is decided anew and signed if it is eligible', async () => {
  expect((await accept('silent', { fallback })).body).toMatchObject({ ok: true, placement: expect.any(String) })
  expect(await on.db.placement.findMany({ where: { referenceId: 'silent' } })).toMatchObject([
    { offerId: fallback, fallback: true, reconstructed: false },
  ])
})

test('it is not, for a purchase that it is not meant for', async () => {
  expect((await accept('other', { fallback }, [{ productId: 4, variantId: 41 }])).body).toMatchObject({
    ok: false,
    because: 'fallback-not-eligible',
  })
})

test('no other offer passes for the fallback, however eligible', async () => {
  expect((await accept('sly', { fallback: better })).body).toMatchObject({ ok: false, because: 'not-the-fallback' })
  expect(await on.db.changeset.count({ where: { referenceId: 'sly' } })).toBe(0)
})

test('it takes the place of what was decided too late to be shown', async () => {
  await on.post('offer', { token: tokenOf({ referenceId: 'late' }) })
  const token = tokenOf({ referenceId: 'late' })
  expect((await on.post('event', { token, fallback, stepId: 'case', kind: 'shown' })).body).toEqual({ ok: true })
  expect((await accept('late', { fallback })).body).toMatchObject({ ok: true })
  expect(await on.db.placement.findMany({ where: { referenceId: 'late' } })).toMatchObject([{ offerId: fallback, fallback: true }])
})

test('but not of what was signed', async () => {
  const token = tokenOf({ referenceId: 'signed' })
  const { body } = await on.post('offer', { token })
  expect(body.offer.offerId).toBe(better)
  expect((await on.post('accept', { token, placement: body.placement, stepId: 'case' })).body.ok).toBe(true)
  expect((await accept('signed', { fallback })).body).toMatchObject({ ok: false, because: 'other-offer-shown' })
})

test('nor does an A/B test stand in its way: it was shown without a draw', async () => {
  const tests = await import('#app/offers/experiment/experiments.server.ts')
  const { readOffer } = await import('#app/offers/offers.server.ts')
  const prepared = await tests.prepareExperiment(SHOP, fallback, '11111111-1111-4111-8111-111111111111')
  if (!prepared.ok) throw new Error(prepared.because)
  const copy = await readOffer(SHOP, prepared.value.challengerId)
  const steps = copy!.definition.steps.map((step) => ({ ...step, crossedOut: !step.crossedOut }))
  await on.offers.saveOffer(SHOP, copy!.id, { ...copy!.definition, steps }, copy!.version)
  expect(await tests.startExperiment(SHOP, prepared.value.id, 50, new Date())).toMatchObject({ ok: true })
  for (let shopper = 0; shopper < 8; shopper += 1)
    expect((await accept(`tested-${shopper}`, { fallback })).body).toMatchObject({ ok: true })
})
