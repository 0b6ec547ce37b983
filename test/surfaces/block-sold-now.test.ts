import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BlockReads } from '#app/surfaces/block/reads.ts'
import { sellByLink } from '#app/surfaces/mail/take.server.ts'
import { blockStage, type BlockStage } from './block-stage.ts'
import { SHOP } from './stage.ts'

type AtShopify = BlockReads['readSoldOut']
const nothing: AtShopify = async () => []
const theCase: AtShopify = async (_, ids) => ids.filter((id) => id === '21')
const silence: AtShopify = () => Promise.reject(new Error('Shopify does not answer'))

/** What Shopify itself says of its stock, whatever our mirror has heard. */
let atShopify = nothing
let on: BlockStage
beforeAll(async () => {
  on = await blockStage('surfaces_sold_now', { readSoldOut: (...asked) => atShopify(...asked) })
})
afterAll(() => on.close())

const said = { ok: false, message: expect.stringContaining('just sold out'), again: false }

test('sold out at Shopify a second ago, of which no webhook has told: said so, before she took it and after', async () => {
  await on.order()
  const taking = { placement: await on.shown(), step: 'case' }
  atShopify = theCase
  expect(await on.take(taking)).toMatchObject(said)
  expect([await on.db.changeset.count(), await on.db.discountCode.count({ where: { state: 'given' } })]).toEqual([0, 0])
  atShopify = nothing
  const led = await on.take(taking)
  expect(led).toMatchObject({ ok: true, url: expect.stringContaining('/cart/21:1') })
  atShopify = theCase
  expect(await on.take(taking)).toMatchObject(said)
  atShopify = silence
  expect(await on.take(taking)).toEqual(led)
})

test('the link of a message that sells without an offer says so too', async () => {
  const { blockReads: reads } = on
  const { Snapshots } = await import('#app/surfaces/decide/snapshots.server.ts')
  const taken = [{ productId: '2', variantId: '21', quantity: 1 }]
  const sale = {
    key: 'bounce-back:100:21',
    name: 'bounce-back',
    taken,
    percent: 0,
    orderName: '#100',
    locale: 'en',
    until: new Date(),
    together: false,
  }
  const led = () => sellByLink(SHOP, sale, { reads, snapshots: new Snapshots(reads) })
  atShopify = theCase
  expect(await led()).toEqual({ ok: false, because: 'sold-out' })
  atShopify = nothing
  expect(await led()).toMatchObject({ ok: true })
})
