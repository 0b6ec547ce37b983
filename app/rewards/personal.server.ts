import type { Prisma } from '@prisma/client'
import type { Person } from '../values/person.ts'
import type { PersonalRecords } from '../platform/shopify/personal.ts'

const hers = ({ shop, customerId, orderIds, email }: Person): Prisma.RewardWhereInput => ({
  shop,
  OR: [{ customerId }, { orderId: { in: [...orderIds] } }, ...(email ? [{ email: { equals: email, mode: 'insensitive' as const } }] : [])],
})

/** What she was thanked for, and what she made of it. Taken out, the reward stays as a number that nobody is behind; her code goes on working. */
export const rewardRecords: PersonalRecords = {
  async collect(tx, person) {
    const rewards = await tx.reward.findMany({ where: hers(person) })
    const where = { shop: person.shop, rewardKey: { in: rewards.map(({ key }) => key) } }
    const [redemptions, creditUses] = [await tx.redemption.findMany({ where }), await tx.creditUse.findMany({ where })]
    return JSON.parse(
      JSON.stringify({ rewards, redemptions, creditUses }, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
    )
  },
  async redact(tx, person) {
    // A discount that Shopify does not have yet must not name her when it is made.
    await tx.$executeRaw`
      update code_discount set customer_id = '', terms = jsonb_set(terms, '{context}', '{"all": "ALL"}')
      where shop = ${person.shop} and customer_id = ${person.customerId}`
    const credits = await tx.reward.findMany({ where: { ...hers(person), creditId: { not: null } }, select: { creditId: true } })
    await tx.ledgerPage.deleteMany({ where: { shop: person.shop, creditId: { in: credits.flatMap(({ creditId }) => creditId ?? []) } } })
    // The claim named her; the reward's own key still keeps a late event from paying again.
    const { count } = await tx.reward.updateMany({
      where: hers(person),
      data: { customerId: null, email: null, orderId: null, claim: null },
    })
    return count
  },
}
