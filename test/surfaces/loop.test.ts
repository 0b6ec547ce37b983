import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseForPhone, PRODUCTS } from './case-for-phone.ts'
import { API_KEY, claimsOf, openShop, SHOP, stage, tokenOf, type Stage } from './stage.ts'

let on: Stage
beforeAll(async () => {
  on = await stage('surfaces_loop')
  await openShop(on, { products: PRODUCTS })
})
afterAll(() => on.close())

test('a phone is bought, a case is offered, accepted and signed', async () => {
  const { id } = await on.offers.createOffer(SHOP, caseForPhone, 'active')
  const token = tokenOf()
  const offered = await on.post('offer', { token })
  expect(offered.body).toMatchObject({ show: true, offer: { offerId: id, first: 'case' } })
  expect(offered.body.offer.steps[0]).toMatchObject({
    headline: 'Add Case to your order',
    products: [{ variants: [{ variantId: 21 }], quantity: 1 }],
  })

  const accepted = await on.post('accept', { token, placement: offered.body.placement, stepId: 'case' })
  expect(accepted.body).toMatchObject({ ok: true })
  expect(claimsOf(accepted.body.changeset)).toEqual({
    iss: API_KEY,
    jti: accepted.body.changesetId,
    iat: expect.any(Number),
    sub: 'ref-1',
    changes: [{ type: 'add_variant', variantId: 21, quantity: 1, discount: { value: 15, valueType: 'percentage', title: '15% off' } }],
  })
  await on.surfaces.settled()
  expect(await on.db.placement.findMany()).toMatchObject([{ offerId: id, referenceId: 'ref-1', reconstructed: false }])
  expect(await on.db.changeset.findMany()).toMatchObject([{ id: accepted.body.changesetId, lines: [{ unitPrice: 2000, discount: 300 }] }])
})
