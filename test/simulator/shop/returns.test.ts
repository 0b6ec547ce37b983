import { expect, test } from 'vitest'
import { scene, variantOf, type Scene } from '../checkout/scene.ts'
import type { SimOrder } from '../model.ts'
import { until } from '../stage.ts'
import { pending } from '../webhooks/log.ts'
import { fulfilOrder } from './fulfillments.ts'
import { returnable } from './returns.ts'

const READ = `query($id: ID!) { order(id: $id) { returnStatus
  returns(first: 5) { nodes { id name status totalQuantity returnLineItems(first: 5) { nodes { ... on ReturnLineItem {
    quantity refundedQuantity processedQuantity fulfillmentLineItem { lineItem { id title currentQuantity } } } } } } } } }`

interface Told {
  returnStatus: string
  returns: { nodes: { status: string; returnLineItems: { nodes: { quantity: number; fulfillmentLineItem: { lineItem: object } }[] } }[] }
}

/** Two phones and a case, all of them with the shopper. */
async function delivered(on: Scene): Promise<SimOrder> {
  const order = await on.buy({
    paymentMethod: 'apple_pay',
    lines: [
      { key: 'a', variantId: variantOf(on.phone), quantity: 2 },
      { key: 'b', variantId: variantOf(on.case), quantity: 1 },
    ],
  })
  return (await fulfilOrder(on.simulator, on.shop, order.id)) as SimOrder
}

const lineOf = (order: SimOrder, title: string): number => order.lines.find((line) => line.title === title)?.id ?? 0
const now = async (on: Scene, { id }: SimOrder): Promise<SimOrder> => (await on.simulator.store.get(on.shop.domain, 'order', id))!
const read = async (on: Scene, { id }: SimOrder): Promise<Told> =>
  (await on.query(READ, { id: `gid://shopify/Order/${id}` })).json.data.order as Told

const act = (on: Scene, { id }: SimOrder, action: string, fields: Record<string, string | number>) =>
  on.ask('admin.localhost', `/store/test/orders/${id}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])).toString(),
  })

/** What the app hears of a deed: topic and keys of the payload. */
async function heard(on: Scene, deed: () => Promise<unknown>): Promise<[string, Record<string, unknown>][]> {
  await until(async () => (await pending(on.simulator)) === 0)
  on.received.length = 0
  await deed()
  await until(async () => (await pending(on.simulator)) === 0)
  return on.received.map(({ headers, body }) => [`${headers['x-shopify-topic']}`, JSON.parse(body)])
}

test('the merchant sends some of the lines back; the Admin API tells which and how many', async () => {
  await using on = await scene()
  const order = await delivered(on)
  const [phone, cover] = [lineOf(order, 'Phone'), lineOf(order, 'Case')]
  await act(on, order, 'create-return', { [`line-${phone}`]: 1, [`line-${cover}`]: 0 })
  expect(await read(on, order)).toEqual({
    returnStatus: 'IN_PROGRESS',
    returns: {
      nodes: [
        {
          id: expect.stringMatching(/^gid:\/\/shopify\/Return\/\d+$/),
          name: `${order.name}-R1`,
          status: 'OPEN',
          totalQuantity: 1,
          returnLineItems: {
            nodes: [
              {
                quantity: 1,
                refundedQuantity: 0,
                processedQuantity: 0,
                fulfillmentLineItem: { lineItem: { id: `gid://shopify/LineItem/${phone}`, title: 'Phone', currentQuantity: 2 } },
              },
            ],
          },
        },
      ],
    },
  })
  expect([returnable(await now(on, order), phone), returnable(await now(on, order), cover)]).toEqual([1, 1])
})

test('each step of a return sends its webhook in the shape that Shopify prints for it', async () => {
  await using on = await scene()
  const order = await delivered(on)
  const [phone, cover] = [lineOf(order, 'Phone'), lineOf(order, 'Case')]
  const keys = async (deed: () => Promise<unknown>) =>
    (await heard(on, deed)).map(([topic, body]) => [topic, Object.keys(body).sort().join(' ')])
  const full =
    'admin_graphql_api_id exchange_line_items id name order return_line_items return_shipping_fees status total_exchange_line_items total_return_line_items'
  expect(await keys(() => act(on, order, 'request-return', { [`line-${phone}`]: 2, [`line-${cover}`]: 1 }))).toEqual([
    ['returns/request', full],
  ])
  const [{ id, lines = [] } = { id: 0 }] = (await now(on, order)).returns ?? []
  const step = (name: string, more = {}) => keys(() => act(on, order, name, { return: id, ...more }))
  expect(await step('approve-return')).toEqual([['returns/approve', full]])
  const changed = 'admin_graphql_api_id restocking_fees return_line_items return_shipping_fees'
  expect(await step('keep-line', { line: lines[1]?.id })).toEqual([['returns/update', changed]])
  expect(await step('close-return')).toEqual([['returns/close', 'admin_graphql_api_id id order_id status']])
  expect(await step('reopen-return')).toEqual([['returns/reopen', 'admin_graphql_api_id id order_id status']])
  expect(await step('cancel-return')).toEqual([['returns/cancel', 'admin_graphql_api_id id order_id status']])
  expect((await read(on, order)).returnStatus).toBe('NO_RETURN')
  await act(on, order, 'request-return', { [`line-${cover}`]: 1 })
  const second = (await now(on, order)).returns?.[1]?.id ?? 0
  expect(await keys(() => act(on, order, 'decline-return', { return: second }))).toEqual([
    ['returns/decline', 'admin_graphql_api_id decline id order status'],
  ])
})

test('what is refunded with its return is known to be of it, and cannot be sent back again', async () => {
  await using on = await scene()
  const order = await delivered(on)
  const phone = lineOf(order, 'Phone')
  await act(on, order, 'create-return', { [`line-${phone}`]: 1 })
  const id = (await now(on, order)).returns?.[0]?.id ?? 0
  const told = await heard(on, () => act(on, order, 'refund-return', { return: id }))
  expect(told.map(([topic]) => topic)).toEqual(expect.arrayContaining(['refunds/create', 'orders/updated', 'returns/process']))
  expect(told.find(([topic]) => topic === 'returns/process')?.[1]).toMatchObject({
    order_id: order.id,
    status: 'open',
    return_line_items: [{ quantity: 1, processed_quantity: 1 }],
  })
  const [{ returnLineItems }] = (await read(on, order)).returns.nodes as [Told['returns']['nodes'][number]]
  expect(returnLineItems.nodes).toMatchObject([
    { quantity: 1, refundedQuantity: 1, processedQuantity: 1, fulfillmentLineItem: { lineItem: { currentQuantity: 1 } } },
  ])
  expect(returnable(await now(on, order), phone)).toBe(1)
})

test('nothing is sent back that has not left, and nothing is made up that is not modelled', async () => {
  await using on = await scene()
  const order = await on.buy({ paymentMethod: 'apple_pay', lines: [{ key: 'b', variantId: variantOf(on.case), quantity: 1 }] })
  const refused = await act(on, order, 'create-return', { [`line-${lineOf(order, 'Case')}`]: 1 })
  expect(refused.headers['location']).toContain('problem=')
  await fulfilOrder(on.simulator, on.shop, order.id)
  await act(on, order, 'create-return', { [`line-${lineOf(order, 'Case')}`]: 1 })
  const { status, text } = await on.query(READ.replace('totalQuantity', 'returnShippingFees { id }'), {
    id: `gid://shopify/Order/${order.id}`,
  })
  expect([status, text.slice(0, 200)]).toEqual([501, expect.stringContaining('returnShippingFees')])
})
