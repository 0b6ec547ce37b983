import { expect, test } from 'vitest'
import { SHOP, stage } from '../stage.ts'
import { triggersOf } from './triggers.ts'

const RECEIVE = `mutation($handle: String, $payload: JSON, $body: String) {
  flowTriggerReceive(handle: $handle, payload: $payload, body: $body) { userErrors { field message } } }`
const installed = { scopes: ['read_products'], installedAt: '' }

test('a trigger is taken by the handle and with the fields that were deployed, and kept', async () => {
  await using world = await stage()
  await world.simulator.store.putShop({ ...world.shop, installed })
  const [trigger] = await triggersOf(world.simulator)
  expect(trigger).toMatchObject({
    handle: 'flow-review-received',
    fields: expect.arrayContaining([{ key: 'product_id', type: 'product_reference' }]),
  })
  const payload = { Rating: 4, 'Verified buyer': true, Title: 'Fine' }
  const { json } = await world.query(RECEIVE, { handle: trigger?.handle, payload })
  expect(json.data.flowTriggerReceive).toEqual({ userErrors: [] })
  expect(await world.simulator.store.list(SHOP.domain, 'flowRun', { limit: 9 })).toMatchObject([{ name: 'Review received', payload }])
})

test.each([
  ['another handle', 'nobody', {}, 'There is no trigger with the handle nobody'],
  ['a field that was not deployed', 'flow-review-received', { Colour: 'red' }, 'The trigger has no field Colour'],
  ['a text where a number belongs', 'flow-review-received', { Rating: '4' }, 'Rating is no number_decimal'],
  ['a product of another shop', 'flow-review-received', { product_id: 1 }, 'product_id names nothing of this shop'],
  ['too much', 'flow-review-received', { Text: 'x'.repeat(50_000) }, 'The payload must be smaller than 50 KB'],
])('%s is refused in userErrors', async (_, handle, payload, message) => {
  await using world = await stage()
  await world.simulator.store.putShop({ ...world.shop, installed })
  const { json } = await world.query(RECEIVE, { handle, payload })
  expect(json.data.flowTriggerReceive.userErrors).toEqual([{ field: ['payload'], message }])
})

test('the deprecated body is not modelled, and says so', async () => {
  await using world = await stage()
  await world.simulator.store.putShop({ ...world.shop, installed })
  expect(await world.query(RECEIVE, { body: '{}' })).toMatchObject({ status: 501 })
})
