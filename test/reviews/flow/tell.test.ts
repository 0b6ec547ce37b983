import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { flow } from '#app/rewards/providers/flow.ts'
import { tellFlow } from '#app/reviews/flow/tell.server.ts'
import { TRIGGER } from '#app/reviews/flow/trigger.ts'
import { cost, shopifyDouble } from '../../platform/shopify-double.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'
import { declaredExtension } from '../../support/toml.ts'
import { insertReview } from '../world.ts'

await useDatabase('reviews_flow')
await installed()
const tokens = { accessToken: 'access-1', refreshToken: 'refresh-1', expires: new Date(Date.now() + 3_600_000) }
const keepToken = () => db.session.create({ data: { id: `offline_${SHOP}`, shop: SHOP, state: '', scope: '', ...tokens } })
beforeAll(keepToken)
const shopify = shopifyDouble()
const answerWith = (userErrors: object[]) =>
  shopify.answers(() => ({ json: { data: { flowTriggerReceive: { userErrors } }, extensions: cost(1_900) } }))
const told = () => shopify.calls.map(({ body }) => body['variables'] as { handle: string; payload: Record<string, unknown> })
const logOf = (reviewId: string) => db.reviewLog.findMany({ where: { shop: SHOP, reviewId } })

test('a new review starts the merchant’s workflows once, with exactly the fields that are deployed', async () => {
  answerWith([])
  const { id } = await insertReview({ customerId: '7001', orderId: '9001', verified: true, photos: ['https://cdn.test/1'] })
  await tellFlow(SHOP, id)
  await tellFlow(SHOP, id)
  const [first, ...others] = told()
  expect(others).toEqual([])
  expect(first).toMatchObject({
    handle: TRIGGER,
    payload: { product_id: 1, customer_id: 7001, order_id: 9001, Rating: 4, Photos: 1, Videos: 0, 'Verified buyer': true },
  })
  const { extensions, settings } = declaredExtension(TRIGGER)
  expect(extensions).toMatchObject([{ type: 'flow_trigger', handle: TRIGGER }])
  const keys = settings.fields.map(({ key, type }) => key ?? type.replace(/_reference$/, '_id'))
  expect(Object.keys(first?.payload ?? {}).sort()).toEqual(keys.sort())
})

test('a visitor without an account has no customer and no order to name', async () => {
  answerWith([])
  const { id } = await insertReview()
  await tellFlow(SHOP, id)
  expect(Object.keys(told()[0]?.payload ?? {})).not.toEqual(expect.arrayContaining(['customer_id', 'order_id']))
})

test('what Flow refuses stands in the review’s log, and is not tried again', async () => {
  answerWith([{ field: null, message: 'No such trigger' }])
  const { id } = await insertReview()
  await tellFlow(SHOP, id)
  await tellFlow(SHOP, id)
  expect(told()).toHaveLength(1)
  expect(await logOf(id)).toMatchObject([{ what: 'flow-refused', detail: { because: expect.stringContaining('No such trigger') } }])
})

test('a workflow cannot thank for our own review a second time, and so by its rating', async () => {
  answerWith([])
  const { id } = await insertReview()
  await tellFlow(SHOP, id)
  const properties = { review_id: told()[0]?.payload['Review id'], product_id: 1, email: 'ada@example.com', every_review: true }
  const run = { shopify_domain: SHOP, action_run_id: 'run', properties }
  expect(flow.read(run)).toMatchObject([{ never: 'own-review' }])
  expect(flow.read({ ...run, properties: { ...properties, review_id: '815' } })).toMatchObject([{ never: null }])
})
