import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseForPhone, PRODUCTS } from '../case-for-phone.ts'
import { claimsOf, openShop, SHOP, stage, tokenOf, type PurchaseSpec, type Stage } from '../stage.ts'

let on: Stage
let offerId: string
beforeAll(async () => {
  on = await stage('surfaces_accept')
  await openShop(on, { products: PRODUCTS })
  offerId = (await on.offers.createOffer(SHOP, caseForPhone, 'active')).id
})
afterAll(() => on.close())

let count = 0
/** A purchase of its own that was offered the case. */
async function offered(spec: PurchaseSpec = {}) {
  const referenceId = `accept-${(count += 1)}`
  const token = tokenOf({ ...spec, referenceId })
  const { body } = await on.post('offer', { token })
  const accept = async (stepId: string) => (await on.post('accept', { token, placement: body.placement, stepId })).body
  const report = (changesetId: string, status: string, errors: string[] = []) => on.post('outcome', { token, changesetId, status, errors })
  const signed = () => on.db.changeset.findMany({ where: { referenceId } })
  return { referenceId, token, answer: body, accept, report, signed }
}

test('two accepts of one step at once become one changeset, byte for byte', async () => {
  const purchase = await offered()
  const answers = await Promise.all(Array.from({ length: 6 }, () => purchase.accept('case')))
  expect(new Set(answers.map(({ changeset }) => changeset)).size).toBe(1)
  expect(await purchase.signed()).toHaveLength(1)
})

test('the case or the plain one, never both, even when both are asked for at once', async () => {
  const purchase = await offered()
  const answers = await Promise.all([purchase.accept('case'), purchase.accept('plain')])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ because: 'step-not-reachable' })
  expect(await purchase.signed()).toHaveLength(1)
})

test('what follows an acceptance is reached only by accepting', async () => {
  const purchase = await offered()
  expect(await purchase.accept('film')).toMatchObject({ ok: false, because: 'step-not-reachable' })
  expect(await purchase.accept('case')).toMatchObject({ ok: true })
  const { changeset } = await purchase.accept('film')
  expect(claimsOf(changeset).changes).toEqual([
    { type: 'add_variant', variantId: 41, quantity: 2, discount: { value: 2.5, valueType: 'fixed_amount', title: 'Reduced price' } },
  ])
})

test('a step can be accepted before its placement is stored, and after the row was lost', async () => {
  const purchase = await offered()
  await on.surfaces.settled()
  await on.db.placement.deleteMany({ where: { referenceId: purchase.referenceId } })
  expect(await purchase.accept('case')).toMatchObject({ ok: true })
  expect(await on.db.placement.findMany({ where: { referenceId: purchase.referenceId } })).toMatchObject([{ offerId, reconstructed: true }])
})

test('what sold out between show and accept is not signed, and says so', async () => {
  const purchase = await offered()
  await on.db.variant.updateMany({ where: { id: '21' }, data: { stock: 0 } })
  expect(await purchase.accept('case')).toMatchObject({ ok: false, because: 'sold-out', message: expect.stringContaining('sold out') })
  expect(await purchase.signed()).toEqual([])
  expect(await on.db.refusal.findMany({ where: { referenceId: purchase.referenceId } })).toMatchObject([
    { request: 'accept', reason: 'sold-out' },
  ])
  await on.db.variant.updateMany({ where: { id: '21' }, data: { stock: 5 } })
})

test.each([
  ['archived', { status: 'archived' }, 'archived'],
  ['made a draft', { status: 'draft' }, 'unpublished'],
  ['unpublished', { published: false }, 'unpublished'],
  ['deleted', { deletedAt: new Date() }, 'deleted'],
])('what was %s between show and accept is not signed, and says so', async (_, data, because) => {
  const purchase = await offered()
  await on.db.product.updateMany({ where: { shop: SHOP, id: '2' }, data })
  expect(await purchase.accept('case')).toMatchObject({ ok: false, because, message: expect.stringContaining('sold out') })
  expect(await purchase.signed()).toEqual([])
  await on.db.product.updateMany({ where: { shop: SHOP, id: '2' }, data: { status: 'active', published: true, deletedAt: null } })
  expect(await purchase.accept('case')).toMatchObject({ ok: true })
})

test('the price is read again at signing', async () => {
  const purchase = await offered()
  await on.db.variant.updateMany({ where: { id: '21' }, data: { price: 3_000n } })
  await purchase.accept('case')
  expect(await purchase.signed()).toMatchObject([
    { lines: [{ variantId: '21', quantity: 1, unitPrice: 3000, discount: 450 }], currency: 'EUR' },
  ])
  await on.db.variant.updateMany({ where: { id: '21' }, data: { price: 2_000n } })
})

test('a paused offer is not signed; what was signed before is signed again', async () => {
  const [early, late] = [await offered(), await offered()]
  const first = await early.accept('case')
  await on.offers.setOfferStatus(SHOP, [offerId], 'paused')
  expect(await late.accept('case')).toMatchObject({ ok: false, because: 'offer-withdrawn' })
  expect(await early.accept('case')).toEqual(expect.objectContaining({ changeset: first.changeset }))
  await on.offers.setOfferStatus(SHOP, [offerId], 'active')
})

test('a changeset that Shopify did not take may be tried again, under the same jti', async () => {
  const purchase = await offered()
  const first = await purchase.accept('case')
  await purchase.report(first.changesetId, 'unprocessed', ['server_error', 'not-a-code'])
  expect(await purchase.signed()).toMatchObject([{ reported: 'unprocessed', errorCodes: ['server_error'] }])
  expect((await purchase.accept('case')).changeset).toBe(first.changeset)
  await purchase.report(first.changesetId, 'processed')
  await purchase.report(first.changesetId, 'unprocessed')
  expect(await purchase.signed()).toMatchObject([{ reported: 'processed', errorCodes: [] }])
})

test('the same purchase gets the same placement, in the version that it was shown', async () => {
  const purchase = await offered()
  await on.surfaces.settled()
  const cheaper = {
    ...caseForPhone,
    steps: caseForPhone.steps.map((step) => ({ ...step, discount: { kind: 'percentage' as const, percent: 50 } })),
  }
  await on.offers.saveOffer(SHOP, offerId, cheaper, 1)
  const { body } = await on.post('offer', { token: purchase.token })
  expect(claimsOf(body.placement)).toMatchObject({ id: claimsOf(purchase.answer.placement).id, version: 1 })
  expect(body.offer).toEqual(purchase.answer.offer)
  expect((await offered()).answer.offer.steps[0].discount.value).toBe(50)
  await on.offers.saveOffer(SHOP, offerId, caseForPhone, 2)
})

test('what the shopper did is noted once', async () => {
  const purchase = await offered()
  const shown = { token: purchase.token, placement: purchase.answer.placement, stepId: 'case', kind: 'shown' }
  for (const event of [shown, shown, { ...shown, kind: 'declined' }]) expect((await on.post('event', event)).body).toEqual({ ok: true })
  const events = await on.db.placementEvent.findMany({
    where: { placementId: claimsOf(purchase.answer.placement).id },
    orderBy: { kind: 'asc' },
  })
  expect(events).toMatchObject([
    { stepId: 'case', kind: 'declined', offerId },
    { stepId: 'case', kind: 'shown', offerId },
  ])
})

test('an Arabic shopper reads Arabic', async () => {
  const { answer } = await offered({ locale: 'ar-KW' })
  expect(answer.offer).toMatchObject({ wording: { decline: 'لا، شكرًا' }, steps: [{ headline: 'أضف \u2068Case\u2069 إلى طلبك' }, {}, {}] })
})
