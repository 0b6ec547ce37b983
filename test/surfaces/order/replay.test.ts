import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { Rules } from '#app/offers/rules/rules.ts'
import { DAYS } from '#app/values/time.ts'
import { blockStage, CHECKOUT, sessionToken, type BlockStage } from '../block-stage.ts'
import { caseForPhone } from '../case-for-phone.ts'
import { SHOP, tokenOf } from '../stage.ts'

let on: BlockStage
beforeAll(async () => void (on = await blockStage('surfaces_replay')))
afterAll(() => on.close())

const caseOffer = () => on.db.offer.findFirstOrThrow({ where: { shop: SHOP, title: caseForPhone.title } })
async function save(over: Partial<OfferDefinition>): Promise<void> {
  const { id, version } = await caseOffer()
  await on.offers.saveOffer(SHOP, id, { ...caseForPhone, ...over }, version)
}

async function replay(checkoutToken = CHECKOUT) {
  const { readLater } = await import('#app/surfaces/order/later.server.ts')
  const { readPurchase, readPurchasesBy } = await import('#app/surfaces/order/purchase.server.ts')
  const { replayBy, replayPurchase } = await import('#app/surfaces/order/replay.server.ts')
  readPurchasesBy(on.reads)
  replayBy(on.reads)
  const [story, { later }] = await Promise.all([
    readPurchase(SHOP, { checkoutToken }),
    readLater(SHOP, { checkoutToken, sourceName: 'web' }),
  ])
  return (await replayPurchase(SHOP, checkoutToken, { story, later, shut: { email: 'off' } }))!
}

test('played again, each place shows what it showed, until the offer is meant for other places', async () => {
  const today = async () => (await replay()).map(({ verdicts, not, because }) => not ?? because ?? verdicts[0]?.explained.verdict)
  await on.order()
  const token = tokenOf({ referenceId: CHECKOUT })
  const { placement } = (await on.offer(token)).body
  await on.post('event', { token, placement, stepId: 'case', kind: 'declined' })
  expect((await on.ask({ token: sessionToken(), checkoutToken: CHECKOUT })).body).toEqual({})
  await on.surfaces.settled()
  expect(await today()).toEqual(['chosen', 'nothing-available', 'nothing-available', 'off'])
  await save({ shownOn: ['thank-you'] })
  expect(await today()).toEqual(['no-offer-matches', 'chosen', 'no-offer-matches', 'off'])
})

test('what she had bought, accepted and reviewed before this purchase counts, and nothing after it', async () => {
  const first = async () => (await replay())[0]!
  const at = (days: number) => new Date(Date.now() - days * DAYS)
  await on.order({ id: '90', checkoutToken: 'd'.repeat(32), processedAt: at(20), products: ['3'] })
  await on.order({ id: '110', checkoutToken: 'e'.repeat(32), processedAt: at(-1), products: ['4'] })
  const { id: offerId } = await caseOffer()
  const accepted = { shop: SHOP, offerId, offerVersion: 1, stepId: 'case', changes: [], lines: [], currency: 'EUR', customerId: '7' }
  const accept = (name: string, days: number) =>
    on.db.changeset.create({ data: { ...accepted, id: name, placementId: name, referenceId: name, signedAt: at(days) } })
  await accept('after', -1)

  const best = { kind: 'best' as const, from: { kind: 'products' as const, productIds: ['3', '4'] }, show: 1, anyVariant: true, ...ONE }
  const steps = [{ ...caseForPhone.steps[0]!, items: best, onAccept: null, onDecline: null }]
  await save({ steps })
  expect((await first()).steps).toMatchObject([{ items: [{ title: 'Film' }], closed: null }])

  await save({ rules: all({ kind: 'bought-before', did: 'bought', productIds: ['3'], days: 30 }) })
  expect(await first()).toMatchObject({ because: null, facts: { before: { days: null, products: [['3', 19]] } } })
  await save({ rules: all({ kind: 'bought-before', did: 'never', productIds: ['4'], days: null }) })
  expect(await first()).toMatchObject({ because: null })

  await save({ rules: all({ kind: 'earlier-offer', did: 'accepted', offerIds: [offerId] }) })
  expect(await first()).toMatchObject({ because: 'no-offer-matches' })
  const caps = { perShopper: { times: 1, days: 30 }, total: null, budget: null }
  await save({ caps })
  expect(await first()).toMatchObject({ because: null })
  await accept('before', 10)
  expect(await first()).toMatchObject({ because: 'nothing-available', steps: [] })
  await save({ caps: { ...caps, perShopper: { times: 1, days: 5 } } })
  expect(await first()).toMatchObject({ because: null })
  await save({ rules: all({ kind: 'earlier-offer', did: 'accepted', offerIds: [offerId] }) })
  expect(await first()).toMatchObject({ because: null })
})

test('whether this order, and her earlier ones, were of a subscription is known once their lines are read', async () => {
  const first = async () => (await replay())[0]!
  const monthly = { sellingPlanId: '7', name: 'Monthly', recurringShipping: 0 }
  await save({ steps: [{ ...caseForPhone.steps[0]!, subscription: monthly, onAccept: null, onDecline: null }] })
  const read = (orderId: string, byPlan: boolean) => on.db.orderLine.updateMany({ where: { orderId }, data: { byPlan } })
  expect((await first()).steps).toMatchObject([{ unsure: true }])
  await read('100', false)
  expect((await first()).steps).toMatchObject([{ unsure: false, closed: null }])
  await save({ rules: all({ kind: 'subscription', is: 'never' }) })
  await on.db.placement.deleteMany({ where: { referenceId: CHECKOUT } })
  expect((await first()).facts.subscriber).toBe(null)
  await on.db.customer.create({ data: { shop: SHOP, id: '7', subscriber: 'NEVER_SUBSCRIBED', updatedAt: new Date(0), readAt: new Date() } })
  expect(await first()).toMatchObject({ because: null, facts: { subscriber: 'NEVER_SUBSCRIBED' } })
  await on.db.customer.updateMany({ where: { shop: SHOP }, data: { subscriber: 'CANCELLED' } })
  await read('90', true)
  expect(await first()).toMatchObject({ because: 'no-offer-matches', facts: { subscriber: 'HAS_SUBSCRIBED' } })
  await save({})
  await read('100', true)
  await save({ steps: [{ ...caseForPhone.steps[0]!, subscription: monthly, onAccept: null, onDecline: null }] })
  expect(await first()).toMatchObject({ because: 'nothing-available' })
})

const ONE = { quantity: 1, least: 1, most: 1 }
const all = (rule: object): OfferDefinition['rules'] => Rules.parse({ kind: 'all', rules: [rule] })

test('what was taken on the thank-you page and bought goes on with the next step on the order’s page', async () => {
  await save({})
  const checkoutToken = 'f'.repeat(32)
  await on.order({ id: '120', checkoutToken, customerId: '8' })
  const asked = { token: sessionToken(), checkoutToken, orderId: 'gid://shopify/OrderIdentity/120' }
  expect((await on.ask(asked)).body).toMatchObject({ offer: expect.anything() })
  await on.surfaces.settled()
  const { id: placementId, offerId } = await on.db.placement.findFirstOrThrow({ where: { referenceId: checkoutToken } })
  const link = { shop: SHOP, id: 'link', surface: 'thank-you', placementId, referenceId: checkoutToken, offerId: offerId!, offerVersion: 1 }
  const lines = [{ productId: '2', variantId: '21', quantity: 1, unitPrice: 2_000, discount: 0 }]
  const taken = { stepId: 'case', changes: [], lines, currency: 'EUR', customerId: '8', signedAt: new Date() }
  await on.db.changeset.create({ data: { ...link, ...taken } })
  const places = async () => {
    const [, thanks, status] = await replay(checkoutToken)
    return [thanks, status].map((place) => place!.not ?? place!.steps.map(({ number, items }) => [number, items[0]?.title]))
  }
  const all = [[1, 'Case'], [2, 'Plain case'], [3, 'Film']] // prettier-ignore
  expect(await places()).toEqual([all, 'has-taken-one'])
  await on.db.changeset.updateMany({ where: { id: 'link' }, data: { orderedIn: '121' } })
  expect(await places()).toEqual([all, [[3, 'Film']]])
})
