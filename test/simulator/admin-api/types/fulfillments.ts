import type { SimFulfillment, SimOrder } from '../../model.ts'
import { type Fields, gid } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { asLine } from './order-lines.ts'

interface ParcelSource {
  __typename: 'Fulfillment'
  order: SimOrder
  parcel: SimFulfillment
}

export const asParcel = (order: SimOrder, parcel: SimFulfillment): ParcelSource => ({ __typename: 'Fulfillment', order, parcel })

const Fulfillment: Fields<ParcelSource> = {
  id: ({ parcel }) => gid('Fulfillment', parcel.id),
  legacyResourceId: ({ parcel }) => String(parcel.id),
  name: ({ parcel }) => parcel.name,
  status: ({ parcel }) => parcel.status.toUpperCase(),
  displayStatus: ({ parcel }) => (parcel.status === 'cancelled' ? 'CANCELED' : (parcel.shipmentStatus?.toUpperCase() ?? 'FULFILLED')),
  createdAt: ({ parcel }) => parcel.createdAt,
  updatedAt: ({ parcel }) => parcel.updatedAt,
  deliveredAt: ({ parcel }) => parcel.deliveredAt,
  totalQuantity: ({ parcel }) => parcel.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  requiresShipping: () => true,
  fulfillmentLineItems: ({ order, parcel }) =>
    new ArrayListing(
      parcel.lines.map((part) => ({ order, part })),
      ({ part }) => part.lineId,
    ),
}

/** The place of an order's line in the parcel that it left in. */
export function parcelLineOf(order: SimOrder, lineId: number): { order: SimOrder; part: SimFulfillment['lines'][number] } {
  const part = (order.fulfillments ?? []).flatMap(({ lines }) => lines).find((one) => one.lineId === lineId)
  if (!part) throw new Error(`Line ${lineId} of ${order.name} is in no parcel`)
  return { order, part }
}

const FulfillmentLineItem: Fields<{ order: SimOrder; part: SimFulfillment['lines'][number] }> = {
  id: ({ part }) => gid('FulfillmentLineItem', part.lineId),
  quantity: ({ part }) => part.quantity,
  lineItem: ({ order, part }) => {
    const line = order.lines.find(({ id }) => id === part.lineId)
    if (!line) throw new Error(`A parcel of ${order.name} holds a line that the order does not have`)
    return asLine(order, line)
  },
}

export const FULFILLMENT_TYPES: Record<string, Fields<never>> = { Fulfillment, FulfillmentLineItem }
