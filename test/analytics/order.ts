import type { InitialPurchase, PaidOrder, RefundLine, Transaction } from '#app/analytics/attribution.ts'
import type { OrderLine, Signing } from '#app/analytics/claim.ts'

/** The first order: a phone of 100.00 EUR, line 1. */
export const PHONE = '10'
export const CASE = '20'
export const CHARGER = '30'

export const line = (id: string, variantId: string | null, more: Partial<OrderLine> = {}): OrderLine => ({
  id,
  variantId,
  quantity: 1,
  currentQuantity: 1,
  unitPrice: 2_000,
  discount: 0,
  tax: 0,
  ...more,
})
export const sale = (amount: number, more: Partial<Transaction> = {}): Transaction => ({
  kind: 'sale',
  status: 'success',
  amount,
  currency: 'EUR',
  processedAt: new Date('2026-11-01T10:00:30Z'),
  ...more,
})
export const refundOf = (lineId: string, subtotal: number, quantity = 1): RefundLine => ({ lineId, subtotal, quantity })

export const order = (more: Partial<PaidOrder> = {}): PaidOrder => ({
  currency: 'EUR',
  originalTotal: 10_000,
  taxesIncluded: false,
  cancelled: false,
  lines: [line('1', PHONE, { unitPrice: 10_000 }), line('2', CASE)],
  transactions: [sale(10_000), sale(2_000)],
  refundLines: [],
  ...more,
})

export const initial = (more: Partial<InitialPurchase> = {}): InitialPurchase => ({
  total: 10_000,
  lines: [{ variantId: PHONE, quantity: 1 }],
  ...more,
})

export const signing = (id: string, variantId = CASE, more: Partial<Signing> = {}): Signing => ({
  id,
  offerId: 'offer',
  stepId: `step of ${id}`,
  signedAt: new Date(`2026-11-01T10:00:0${id.length % 10}Z`),
  refused: false,
  shipping: 0,
  lines: [{ variantId, quantity: 1 }],
  ...more,
})
