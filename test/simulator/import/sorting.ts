import type { Row } from './rows.ts'

/** Codes that stand for postage: they become the order's shipping line. */
const POSTAGE = new Set(['POST', 'DOT', 'C2', 'C3'])
/** A stock code of something that can be put in a parcel: five digits with letters behind, a store-exclusive, a voucher, a pad. */
const SOLD = /^(\d{5}[A-Za-z]*|DCGS.*|gift_\d+_\d+|GIFT|PADS|SP1002)$/

export const isGoods = (code: string): boolean => SOLD.test(code)

export type Sorted =
  { as: 'sale'; row: Row } | { as: 'postage'; row: Row } | { as: 'return'; row: Row } | { as: 'left-out'; row: Row; because: string }

/** What one line of the file is, or why it is left out. The first reason that applies is the one that counts. */
export function sortRow(row: Row): Sorted {
  const leftOut = (because: string): Sorted => ({ as: 'left-out', row, because })
  const cancellation = row.invoice.startsWith('C')
  if (row.invoice.startsWith('A')) return leftOut('bad-debt adjustment, no sale')
  if (POSTAGE.has(row.code)) {
    if (cancellation) return leftOut('postage given back (no refund without goods)')
    return row.price > 0 && row.quantity > 0 ? { as: 'postage', row } : leftOut('postage without a price')
  }
  if (/^TEST/.test(row.code)) return leftOut('test code')
  if (!SOLD.test(row.code)) return leftOut('fee, correction or manual entry, no product')
  if (cancellation) return row.quantity < 0 ? { as: 'return', row } : leftOut('cancellation with a positive quantity')
  if (row.quantity <= 0) return leftOut('negative quantity outside a cancellation (stock correction)')
  if (!(row.price > 0)) return leftOut('no price')
  return { as: 'sale', row }
}
