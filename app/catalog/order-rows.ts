import type { Money } from '#app/values/money.ts'
import { sayTime } from '#app/values/time.ts'

export interface OrderListRow {
  id: string
  name: string
  placed: string
  payment: string
  offer: OfferMet
  total: Money
}
/** What became of its offer: a few words, and which offer or why none. */
interface OfferMet {
  tone: 'success' | null
  said: string
  more: string | null
}

interface Listed {
  id: string
  name: string
  placedAt: Date
  total: Money
  financialStatus: string | null
  cancelled: boolean
  test: boolean
}

const NOT_TOLD: OfferMet = { tone: null, said: '', more: null }

export const orderRows = (orders: readonly Listed[], met: ReadonlyMap<string, OfferMet>, timeZone: string): OrderListRow[] =>
  orders.map(({ id, name, placedAt, total, ...paid }) => ({
    id,
    name,
    placed: sayTime(placedAt, timeZone),
    payment: sayPayment(paid),
    offer: met.get(id) ?? NOT_TOLD,
    total,
  }))

/** `partially_refunded` -> `Partially refunded`. */
export function sayPayment({ financialStatus, cancelled, test }: Pick<Listed, 'financialStatus' | 'cancelled' | 'test'>): string {
  const words = cancelled ? 'cancelled' : (financialStatus ?? 'unknown').replaceAll('_', ' ').toLowerCase()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${test ? ' (test order)' : ''}`
}
