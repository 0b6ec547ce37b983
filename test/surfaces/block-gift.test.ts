import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Money } from '#app/values/money.ts'
import { OfferDefinition } from '#app/offers/offer.ts'
import { blockStage, CHECKOUT, sessionToken, type BlockStage } from './block-stage.ts'
import { caseForPhone } from './case-for-phone.ts'
import { SHOP } from './stage.ts'

let told: () => Promise<ReadonlyMap<string, Money>>
const market = (amount: number) => async () => new Map([['21', { amount, currency: 'GBP' }]])
const silence = () => Promise.reject(new Error('Shopify is down'))

const [step] = caseForPhone.steps
const gift = OfferDefinition.parse({
  ...caseForPhone,
  title: 'A case for nothing',
  priority: 0,
  steps: [{ ...step, id: 'gift', gift: true, onAccept: null, onDecline: null }],
})

let on: BlockStage
beforeAll(async () => {
  on = await blockStage('surfaces_gift', { readPrices: (_, ids) => (ids.includes('21') ? told() : Promise.resolve(new Map())) })
  await on.db.offer.updateMany({ data: { status: 'paused' } })
  await on.offers.createOffer(SHOP, gift, 'active')
})
afterAll(() => on.close())

const asked = { token: sessionToken(), checkoutToken: CHECKOUT, country: 'GB' }
/** What the code of a case (€20.00 here) takes off, by the discount that it is of. */
const off = async () =>
  (await on.db.codeDiscount.findMany({ where: { kind: 'basic' } })).map(
    ({ terms }) => (terms as { customerGets: { value: { discountAmount: object } } }).customerGets.value.discountAmount,
  )

test('a gift is one in a market that asks more for it: its code takes off what it costs there', async () => {
  told = market(2_300)
  await on.order({ paidIn: 'GBP' })
  const { offer } = (await on.ask(asked)).body
  expect(offer.steps[0].products[0].variants[0]).toMatchObject({ price: 'Free', was: '£23.00' })
  await on.surfaces.settled()
  await on.codesReady()
  expect(await off()).toEqual([{ amount: '23.60', appliesOnEachItem: false }])
  // Asked again a moment later, Shopify says the same, and the code made ahead is the one that is given.
  expect(await on.take({ placement: offer.placement, step: 'gift' })).toMatchObject({ ok: true })
  expect(await on.db.codeDiscount.count({ where: { kind: 'basic' } })).toBe(1)
  expect(await on.db.changeset.findFirst()).toMatchObject({ discount: 2_000n, currency: 'EUR' })
})

test('where Shopify does not say what it costs there, nothing is promised; silent when she takes it, she is asked to try again', async () => {
  const checkoutToken = 'd'.repeat(32)
  await on.order({ id: '101', checkoutToken, paidIn: 'GBP' })
  const other = { ...asked, checkoutToken, orderId: 'gid://shopify/Order/101' }
  told = silence
  expect((await on.ask(other)).body).toEqual({})
  told = market(2_300)
  const { placement } = (await on.ask(other)).body.offer
  await on.surfaces.settled()
  told = silence
  expect(await on.take({ placement, step: 'gift' })).toMatchObject({ ok: false, again: true })
  expect(await on.db.changeset.count({ where: { referenceId: checkoutToken } })).toBe(0)
  told = market(2_300)
  await on.codesReady()
  const taken = await on.take({ placement, step: 'gift' })
  expect(taken).toMatchObject({ ok: true })
  told = silence
  expect(await on.take({ placement, step: 'gift' })).toEqual(taken)
})
