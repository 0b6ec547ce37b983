import type { PersonalRecords } from '#app/platform/shopify/personal.ts'

/** What automations wrote about her orders. What was sold stays as a number that nobody is behind. */
export const followUpRecords: PersonalRecords = {
  async collect(tx, { shop, customerId, orderIds }) {
    const followUps = await tx.followUp.findMany({ where: hers(shop, customerId, orderIds) })
    const sales = await tx.followUpSale.findMany({ where: { shop, orderId: { in: [...orderIds] } } })
    return JSON.parse(JSON.stringify({ followUps, sales }, (_, value) => (typeof value === 'bigint' ? Number(value) : value)))
  },
  async redact(tx, { shop, customerId, orderIds }) {
    const where = hers(shop, customerId, orderIds)
    await tx.followUp.updateMany({ where: { ...where, state: 'planned' }, data: { state: 'skipped', because: 'redacted' } })
    // Without what was offered its link leads nowhere.
    const { count } = await tx.followUp.updateMany({ where, data: { customerId: null, offered: {}, lastsUntil: null } })
    return count
  },
}

const hers = (shop: string, customerId: string, orderIds: readonly string[]) => ({
  shop,
  OR: [{ customerId }, { orderId: { in: [...orderIds] } }],
})
