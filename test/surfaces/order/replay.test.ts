import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { blockStage, CHECKOUT, sessionToken, type BlockStage } from '../block-stage.ts'
import { caseForPhone } from '../case-for-phone.ts'
import { SHOP, tokenOf } from '../stage.ts'

let on: BlockStage
beforeAll(async () => void (on = await blockStage('surfaces_replay')))
afterAll(() => on.close())

test('played again, each place shows what it showed, until the offer is meant for other places', async () => {
  const { readLater } = await import('#app/surfaces/order/later.server.ts')
  const { readPurchase, readPurchasesBy } = await import('#app/surfaces/order/purchase.server.ts')
  const { replayBy, replayPurchase } = await import('#app/surfaces/order/replay.server.ts')
  readPurchasesBy(on.reads)
  replayBy(on.reads)
  const offer = await on.db.offer.findFirstOrThrow({ where: { shop: SHOP, title: caseForPhone.title } })
  const save = async (shownOn: OfferDefinition['shownOn']) => {
    const { version } = await on.db.offer.findFirstOrThrow({ where: { shop: SHOP, id: offer.id } })
    await on.offers.saveOffer(SHOP, offer.id, { ...caseForPhone, shownOn }, version)
  }
  const today = async () => {
    const [story, { later }] = await Promise.all([readPurchase(SHOP, { checkoutToken: CHECKOUT }), readLater(SHOP, CHECKOUT)])
    const places = await replayPurchase(SHOP, CHECKOUT, { story, later, shut: { email: 'off' } })
    return places?.map(({ verdicts, not, because }) => not ?? because ?? verdicts[0]?.explained.verdict)
  }
  await on.order()
  const token = tokenOf({ referenceId: CHECKOUT })
  const { placement } = (await on.offer(token)).body
  await on.post('event', { token, placement, stepId: 'case', kind: 'declined' })
  expect((await on.ask({ token: sessionToken(), checkoutToken: CHECKOUT })).body).toEqual({})
  await on.surfaces.settled()
  expect(await today()).toEqual(['chosen', 'nothing-available', 'nothing-available', 'off'])
  await save(['thank-you'])
  expect(await today()).toEqual(['no-offer-matches', 'chosen', 'no-offer-matches', 'off'])
})
