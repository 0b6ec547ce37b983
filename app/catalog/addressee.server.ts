import { db } from '../platform/db.server.ts'
import type { ReadAddressee } from '../platform/messaging/message.ts'

/** Where she lives and what she agreed to, as far as our mirror knows it. */
export const readAddressee: ReadAddressee = async (shop, { customerId, orderId }) => {
  const [customer, order] = await Promise.all([
    customerId
      ? db.customer.findUnique({ where: { shop_id: { shop, id: customerId } }, select: { consent: true, smsConsent: true } })
      : null,
    orderId ? db.order.findUnique({ where: { shop_id: { shop, id: orderId } }, select: { country: true, region: true } }) : null,
  ])
  return {
    country: order?.country ?? null,
    region: order?.region ?? null,
    consent: customer?.consent?.toLowerCase() ?? null,
    smsConsent: customer?.smsConsent?.toLowerCase() ?? null,
  }
}
