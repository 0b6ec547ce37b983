import type { SimDiscount } from '../../model.ts'

const nodeOf = (discount: SimDiscount) => `gid://shopify/DiscountCodeNode/${discount.id}`

/** discounts/create and discounts/update. */
export function discountPayload(discount: SimDiscount, now: Date): object {
  return {
    admin_graphql_api_id: nodeOf(discount),
    title: discount.title,
    status: discountStatus(discount, now),
    created_at: discount.createdAt,
    updated_at: discount.updatedAt,
  }
}

/** discounts/redeemcode_added and discounts/redeemcode_removed. */
export function redeemCodePayload(discount: SimDiscount, code: SimDiscount['codes'][number]): object {
  return {
    admin_graphql_api_id: nodeOf(discount),
    redeem_code: { id: `gid://shopify/DiscountRedeemCode/${code.id}`, code: code.code },
    updated_at: discount.updatedAt,
  }
}

export function discountStatus(discount: Pick<SimDiscount, 'startsAt' | 'endsAt'>, now: Date): 'ACTIVE' | 'EXPIRED' | 'SCHEDULED' {
  if (Date.parse(discount.startsAt) > now.getTime()) return 'SCHEDULED'
  return discount.endsAt !== null && Date.parse(discount.endsAt) <= now.getTime() ? 'EXPIRED' : 'ACTIVE'
}
