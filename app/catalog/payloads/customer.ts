import { z } from 'zod'
import { idOf } from '../../values/ids.ts'
import { parseMoney } from '../../values/money.ts'
import { Decimal, Id, Moment } from './payload.ts'

const CustomerGid = z.string().transform(idOf)

/** customers/create and customers/update: since 2025-01 neither tags nor counts are in it. */
export const Customer = z.object({ id: Id })

/** customer.tags_added and customer.tags_removed. */
export const TagsChanged = z.object({ customerId: CustomerGid, tags: z.array(z.string()), occurredAt: Moment })

export const PurchasingSummary = z
  .object({
    customerId: CustomerGid,
    numberOfOrders: z.coerce.number().int(),
    amountSpent: z.object({ amount: Decimal, currencyCode: z.string().optional(), currency_code: z.string().optional() }),
    occurredAt: Moment,
  })
  .transform(({ customerId, numberOfOrders, amountSpent, occurredAt }) => ({
    id: customerId,
    orderCount: numberOfOrders,
    spentIn: (shopCurrency: string) =>
      parseMoney(amountSpent.amount, amountSpent.currencyCode ?? amountSpent.currency_code ?? shopCurrency),
    summaryAt: occurredAt,
  }))

/** checkouts/create and checkouts/update. */
export const Checkout = z.object({
  token: z.string(),
  customer: z.object({ id: Id }).nullish(),
  discount_codes: z.array(z.object({ code: z.string() })).default([]),
  shipping_lines: z.array(z.object({ title: z.string().nullish(), code: z.string().nullish() })).default([]),
  landing_site: z.string().nullish(),
  source_name: z.string().nullish(),
  updated_at: Moment,
})
