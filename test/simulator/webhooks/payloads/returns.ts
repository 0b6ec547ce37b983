import type { SimOrder } from '../../model.ts'

export type ReturnStatus = 'requested' | 'open' | 'declined' | 'closed'

const gid = (kind: string, id: number): string => `gid://shopify/${kind}/${id}`
const named = (kind: string, id: number) => ({ id, admin_graphql_api_id: gid(kind, id) })

/** returns/*: the return, the order it is of, and its lines. A return and its lines have no ids of their own here: they take the order's and the lines'. */
export function returnPayload(order: SimOrder, status: ReturnStatus): object {
  const lines = order.lines.filter(({ currentQuantity }) => currentQuantity > 0)
  return {
    ...named('Return', order.id),
    status,
    name: `${order.name}-R1`,
    order: named('Order', order.id),
    total_return_line_items: lines.reduce((sum, { currentQuantity }) => sum + currentQuantity, 0),
    return_line_items: lines.map(({ id, currentQuantity }) => ({
      ...named('ReturnLineItem', id),
      fulfillment_line_item: { ...named('FulfillmentLineItem', id), line_item: named('LineItem', id) },
      quantity: currentQuantity,
      return_reason: 'unknown',
      return_reason_note: '',
      customer_note: null,
    })),
  }
}
