import type { PersonalRecords } from '../shopify/personal.ts'

/** What a shop wrote to one shopper. The suppression list stays: it names nobody, and it is kept for her sake. */
export const messageRecords: PersonalRecords = {
  collect: (tx, { shop, customerId, orderIds }) => tx.message.findMany({ where: hers(shop, customerId, orderIds) }),
  async redact(tx, { shop, customerId, orderIds }) {
    const where = hers(shop, customerId, orderIds)
    await tx.message.updateMany({
      where: { ...where, state: { in: ['planned', 'held'] } },
      data: { state: 'refused', because: 'redacted' },
    })
    const { count } = await tx.message.updateMany({ where, data: { to: '', content: {}, customerId: null } })
    return count
  },
}

const hers = (shop: string, customerId: string, orderIds: readonly string[]) => ({
  shop,
  OR: [{ customerId }, { orderId: { in: [...orderIds] } }],
})
