import type { ShopifyId } from '#app/values/ids.ts'
import type { Earning } from '../attribution.ts'

/** What leaves an order because nobody paid for it. Amounts are minor units of the order's currency. */
export interface Removal {
  lines: { id: ShopifyId; title: string; quantity: number }[]
  /** Every delivery that accepted steps brought, in the order of signing: Shopify does not say which line of delivery is whose. */
  deliveries: { title: string; amount: number; goes: boolean }[]
  currency: string
  owed: number // for the lines, without tax
}

/** What a signed step brought besides its lines. */
export interface Brought {
  id: string
  signedAt: Date
  partly: boolean // the shopper's browser reported that the charge failed
  delivery: { title: string; amount: number } | null
}

interface Added {
  earnings: readonly Pick<Earning, 'changesetId' | 'lineId' | 'kept' | 'paid' | 'unpaid' | 'currency'>[]
  signings: readonly Brought[]
  titles: ReadonlyMap<ShopifyId, string>
}

/** Steps for which nothing came in go whole; what was paid in part is the merchant's to settle. `due`: charges signed before it are not on their way any more. */
export function removalOf({ earnings, signings, titles }: Added, due: Date): Removal | null {
  const of = (id: string) => earnings.filter(({ changesetId }) => changesetId === id)
  const applied = signings.filter(({ id }) => of(id).length > 0).toSorted((a, b) => a.signedAt.getTime() - b.signedAt.getTime())
  const unpaid = new Set(applied.filter((signing) => isDue(signing, due) && isUnpaid(of(signing.id))).map(({ id }) => id))
  const going = earnings.filter(({ changesetId, kept }) => unpaid.has(changesetId) && kept > 0)
  if (going.length === 0) return null
  return {
    lines: going.map(({ lineId, kept }) => ({ id: lineId, title: titles.get(lineId) ?? '', quantity: kept })),
    deliveries: applied.flatMap(({ id, delivery }) => (delivery ? [{ ...delivery, goes: unpaid.has(id) }] : [])),
    currency: going[0]?.currency ?? '',
    owed: going.reduce((sum, { unpaid: owed }) => sum + owed, 0),
  }
}

const isDue = ({ partly, signedAt }: Brought, due: Date): boolean => partly || signedAt < due

const isUnpaid = (earnings: Added['earnings']): boolean =>
  earnings.every(({ paid }) => paid === 0) && earnings.some(({ unpaid }) => unpaid > 0)

/** The order as Shopify has it now. */
export interface OrderNow {
  lines: readonly { id: ShopifyId; left: number }[]
  deliveries: readonly { id: ShopifyId; title: string; amount: number; removed: boolean }[]
}

/** What of it is still there: nothing, when it went before. The order's own delivery is the oldest and never goes. */
export function leftOf({ lines, deliveries }: Removal, now: OrderNow): { lines: ShopifyId[]; deliveries: ShopifyId[] } {
  const left = now.lines.filter(({ id, left }) => left > 0 && lines.some((line) => line.id === id))
  const free = now.deliveries.slice(1)
  const going = deliveries.toReversed().flatMap(({ title, amount, goes }) => {
    const at = free.findLastIndex((one) => one.title === title && one.amount === amount)
    const [found] = at < 0 ? [] : free.splice(at, 1)
    return found && goes && !found.removed ? [found.id] : []
  })
  return { lines: left.map(({ id }) => id), deliveries: going }
}
