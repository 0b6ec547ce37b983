import type { SimOrder, SimReturn } from '../../model.ts'
import { type Fields, gid } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { parcelLineOf } from './fulfillments.ts'
import { asOrder } from './orders.ts'

interface ReturnSource {
  __typename: 'Return'
  order: SimOrder
  one: SimReturn
}
interface ReturnLineSource {
  __typename: 'ReturnLineItem'
  order: SimOrder
  line: SimReturn['lines'][number]
}

export const asReturn = (order: SimOrder, one: SimReturn): ReturnSource => ({ __typename: 'Return', order, one })

const Return: Fields<ReturnSource> = {
  id: ({ one }) => gid('Return', one.id),
  name: ({ one }) => one.name,
  status: ({ one }) => one.status,
  createdAt: ({ one }) => one.createdAt,
  requestApprovedAt: ({ one }) => one.approvedAt,
  closedAt: ({ one }) => one.closedAt,
  totalQuantity: ({ one }) => one.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  order: ({ order }) => asOrder(order),
  returnLineItems: ({ order, one }) =>
    new ArrayListing(
      one.lines.map((line): ReturnLineSource => ({ __typename: 'ReturnLineItem', order, line })),
      ({ line }) => line.id,
    ),
}

/** What was paid back counts as processed, and nothing else does. */
const ReturnLineItem: Fields<ReturnLineSource> = {
  id: ({ line }) => gid('ReturnLineItem', line.id),
  quantity: ({ line }) => line.quantity,
  refundedQuantity: ({ line }) => line.refunded,
  processedQuantity: ({ line }) => line.refunded,
  unprocessedQuantity: ({ line }) => line.quantity - line.refunded,
  refundableQuantity: ({ line }) => line.quantity - line.refunded,
  returnReason: () => 'UNKNOWN',
  returnReasonNote: () => '',
  customerNote: () => null,
  fulfillmentLineItem: ({ order, line }) => parcelLineOf(order, line.lineId),
}

export const RETURN_TYPES: Record<string, Fields<never>> = { Return, ReturnLineItem }
