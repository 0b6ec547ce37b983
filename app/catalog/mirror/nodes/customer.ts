import { idOf } from '../../../values/ids.ts'
import type { CustomerRow, Instant } from '../records.ts'
import { minorOf, utc } from './node.ts'
import type { MoneyNode } from './node.ts'

export interface CustomerNode {
  id: string
  tags: string[]
  numberOfOrders: string // an unsigned 64-bit number, as text
  amountSpent: MoneyNode
  locale: string | null
  defaultEmailAddress: { marketingState: string } | null
  defaultPhoneNumber: { marketingState: string } | null
  productSubscriberStatus: string | null
  updatedAt: string
}

export const customerRow = (node: CustomerNode, readAt: Instant): CustomerRow => ({
  id: idOf(node.id),
  tags: node.tags,
  orderCount: Number(node.numberOfOrders),
  spent: minorOf(node.amountSpent),
  locale: node.locale,
  consent: node.defaultEmailAddress?.marketingState.toLowerCase() ?? null,
  smsConsent: node.defaultPhoneNumber?.marketingState.toLowerCase() ?? null,
  subscriber: node.productSubscriberStatus,
  updatedAt: utc(node.updatedAt),
  readAt,
})
