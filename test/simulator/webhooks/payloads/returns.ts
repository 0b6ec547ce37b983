import type { SimOrder, SimReturn } from '../../model.ts'
import type { ReturnTopic } from '../../shop/returns.ts'

type Line = SimReturn['lines'][number]

const named = (kind: string, id: number) => ({ id, admin_graphql_api_id: `gid://shopify/${kind}/${id}` })

/** returns/*: Shopify prints six shapes. Most of what happens later to a return names neither its lines nor its order's own id in GraphQL. */
export function returnPayload(order: SimOrder, told: SimReturn, topic: ReturnTopic): object {
  const self = { ...named('Return', told.id), status: told.status.toLowerCase() }
  switch (topic) {
    case 'request':
    case 'approve':
      return { ...self, order: named('Order', order.id), ...linesOf(told) }
    case 'decline':
      return { ...self, order: named('Order', order.id), decline: { reason: 'other', note: null } }
    case 'cancel':
    case 'close':
    case 'reopen':
      return { ...self, order_id: order.id }
    case 'process':
      return {
        ...self,
        order_id: order.id,
        admin_graphql_api_order_id: named('Order', order.id).admin_graphql_api_id,
        return_line_items: told.lines.map(processedOf),
        exchange_line_items: [],
      }
  }
}

// Shopify's sample holds only an exchange's line: those of what comes back are taken to be alike.
const processedOf = ({ id, quantity, refunded }: Line) => ({ ...named('ReturnLineItem', id), quantity, processed_quantity: refunded })

const linesOf = ({ name, lines }: SimReturn) => ({
  name,
  total_return_line_items: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  return_line_items: lines.map(({ id, lineId, quantity }) => ({
    ...named('ReturnLineItem', id),
    fulfillment_line_item: { ...named('FulfillmentLineItem', lineId), line_item: named('LineItem', lineId) },
    quantity,
    return_reason: 'unknown',
    return_reason_note: '',
    customer_note: null,
  })),
  return_shipping_fees: [],
  exchange_line_items: [],
  total_exchange_line_items: 0,
})

/** returns/update names the return and what changed of it, and not the order. */
export const returnTakenOutPayload = ({ id }: SimReturn, line: Line): object => ({
  admin_graphql_api_id: named('Return', id).admin_graphql_api_id,
  return_line_items: { removals: [{ admin_graphql_api_id: named('ReturnLineItem', line.id).admin_graphql_api_id, delta: line.quantity }] },
  restocking_fees: { removals: [], updates: [] },
  return_shipping_fees: { removals: [], updates: [] },
})
