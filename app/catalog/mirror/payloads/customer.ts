import { z } from 'zod'
import { idOf } from '../../../values/ids.ts'
import { parseMoney } from '../../../values/money.ts'
import { Address, Decimal, Id, Moment, ShippingLines } from './payload.ts'

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

/** customers_email_marketing_consent/update. */
export const ConsentChanged = z.object({
  customer_id: Id,
  email_marketing_consent: z.object({ state: z.string(), consent_updated_at: Moment.nullish() }).nullish(),
})

/** customers_marketing_consent/update: text messages, whatever its name says. */
export const SmsConsentChanged = z.object({
  customer_id: Id,
  sms_marketing_consent: z.object({ state: z.string(), consent_updated_at: Moment.nullish() }).nullish(),
})

const CheckoutLine = z.object({
  line_price: Decimal,
  discount_allocations: z.array(z.object({ amount: Decimal })).default([]),
})

/** Percent of the goods' full price; null for a checkout without anything to pay. */
export function discountShareOf(lines: readonly z.infer<typeof CheckoutLine>[]): number | null {
  const full = lines.reduce((sum, line) => sum + Number(line.line_price), 0)
  const off = lines.reduce((sum, line) => sum + line.discount_allocations.reduce((part, { amount }) => part + Number(amount), 0), 0)
  return full > 0 ? Math.round((off / full) * 10_000) / 100 : null
}

/** checkouts/create and checkouts/update. */
export const Checkout = z.object({
  token: z.string(),
  customer: z.object({ id: Id }).nullish(),
  discount_codes: z.array(z.object({ code: z.string() })).default([]),
  shipping_lines: ShippingLines,
  shipping_address: Address.nullish(),
  line_items: z.array(CheckoutLine).default([]),
  landing_site: z.string().nullish(),
  source_name: z.string().nullish(),
  updated_at: Moment,
})
