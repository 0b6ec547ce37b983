import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { answerAutomation } from '#app/retention/answer.server.ts'
import { dropFollowUp } from '#app/retention/follow-ups.server.ts'
import { openCarrier } from '../platform/messaging/carrier.ts'
import { rows, SHOP, useDatabase } from '../platform/world.ts'
import { all, forgetAll, plan, stateOf } from './stage.ts'
import { ago, agree, insertOrder, insertProduct, openShop } from './world.ts'

await useDatabase('drafts')
const carrier = await openCarrier()
Object.assign(process.env, { SMTP_URL: carrier.url, MAIL_FROM: 'shop@encore.test' })

const AUTOMATION = 'bounce-back'
const WEEK = 7 * 24 * 60

beforeEach(async () => {
  await openShop()
  for (const id of ['1', '2']) await insertProduct({ id })
  await agree()
  await insertOrder({ id: '8001', customerId: '21', email: null, productIds: ['1', '2'], placedAt: ago(9_000) })
})
afterEach(async () => {
  carrier.arrived.length = 0
  await forgetAll()
})

const becomes = (financialStatus: string, sourceName = 'shopify_draft_order') =>
  rows(`update "order" set financial_status = $1, source_name = $2 where id = '9001'`, [financialStatus, sourceName])
const pay = (id: string, minutesAgo: number) => {
  const told = { gateway: 'manual', amount: 1_000n, currency: 'EUR', processedAt: ago(minutesAgo) }
  return db.orderTransaction.create({ data: { shop: SHOP, orderId: '9001', id, kind: 'sale', status: 'success', ...told } })
}
const outcome = async () => [await stateOf(AUTOMATION, '9001'), carrier.arrived.length]

test.each(['pending', 'partially_paid', 'voided', 'expired'])(
  'a draft order that is %s waits until it is paid, and as long again',
  async (due) => {
    await insertOrder({ id: '9001', placedAt: ago(WEEK) })
    await becomes(due)
    await all(AUTOMATION, '9001')
    expect(await outcome()).toEqual([['skipped', 'not-paid'], 0])
    if (due === 'partially_paid') await pay('1', WEEK - 60)
    await pay('2', 60)
    await becomes('paid')
    await all(AUTOMATION, '9001')
    expect(await outcome()).toEqual([['planned', null], 0])
    await rows(`update order_transaction set processed_at = $1 where id = '2'`, [ago(200)])
    await all(AUTOMATION, '9001')
    expect(await outcome()).toEqual([['sent', null], 1])
  },
)

test('what was planned for a draft order does not leave once something of it is due again', async () => {
  await insertOrder({ id: '9001', placedAt: ago(100) })
  await becomes('paid')
  await plan('9001')
  expect(await outcome()).toEqual([['planned', null], 0])
  await becomes('partially_paid')
  await all(AUTOMATION, '9001')
  expect(await outcome()).toEqual([['skipped', 'not-paid'], 0])
})

test.each([
  ['a draft order that was paid at once', 'paid', 'shopify_draft_order'],
  ['a draft order of which a part was given back', 'partially_refunded', 'shopify_draft_order'],
  ['who pays the parcel when it comes has bought it all the same', 'pending', 'web'],
])('%s: nobody waits', async (_, status, source) => {
  await insertOrder({ id: '9001' })
  await becomes(status, source)
  await all(AUTOMATION, '9001')
  expect(await outcome()).toEqual([['sent', null], 1])
})

test('what the merchant stops stays stopped, whatever becomes of the order', async () => {
  await insertOrder({ id: '9001', placedAt: ago(100) })
  await plan('9001')
  await dropFollowUp({ shop: SHOP, automation: AUTOMATION, orderId: '9001' })
  await all(AUTOMATION, '9001')
  expect(await outcome()).toEqual([['skipped', 'merchant'], 0])
})

test('it says that it was stopped, and waits again when that is thought better of', async () => {
  await insertOrder({ id: '9001', placedAt: ago(100) })
  await plan('9001')
  const dropped = await answerAutomation(SHOP, AUTOMATION, { intent: 'drop', orderId: '9001' })
  expect(dropped).toMatchObject({ said: 'The message will not be sent', undo: { intent: 'undrop', orderId: '9001' } })
  expect(await answerAutomation(SHOP, AUTOMATION, dropped.undo!)).toEqual({ said: 'The message waits again' })
  expect(await outcome()).toEqual([['planned', null], 0])
  expect(await answerAutomation(SHOP, AUTOMATION, dropped.undo!)).toEqual({ said: 'This message is not waiting any more' })
})
