import type { SimFulfillment, SimOrder } from '../../model.ts'
import { linePayload } from './order-lines.ts'
import { addressPayload } from './people.ts'

/** fulfillments/create|update, and each entry of an order's `fulfillments`. When it was delivered is told by nothing but `updated_at`. */
export function fulfillmentPayload(order: SimOrder, parcel: SimFulfillment): object {
  const url = `https://www.dhl.com/track?piececode=${parcel.trackingNumber}`
  return {
    id: parcel.id,
    order_id: order.id,
    status: parcel.status,
    created_at: parcel.createdAt,
    service: null,
    updated_at: parcel.updatedAt,
    tracking_company: parcel.trackingCompany,
    shipment_status: parcel.shipmentStatus,
    location_id: null,
    origin_address: null,
    email: order.email,
    destination: order.shippingAddress && addressPayload(order.shippingAddress),
    line_items: parcel.lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId)
      return line ? [{ ...linePayload(order, line), quantity }] : []
    }),
    tracking_number: parcel.trackingNumber,
    tracking_numbers: [parcel.trackingNumber],
    tracking_url: url,
    tracking_urls: [url],
    receipt: {},
    name: parcel.name,
    admin_graphql_api_id: `gid://shopify/Fulfillment/${parcel.id}`,
  }
}
