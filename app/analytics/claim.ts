import type { ShopifyId } from '#app/values/ids.ts'

export interface Wanted {
  variantId: ShopifyId
  quantity: number
}
/** Amounts are minor units of the shop's currency; discount and tax are for the whole line. */
export interface OrderLine {
  id: ShopifyId
  variantId: ShopifyId | null
  quantity: number
  currentQuantity: number
  unitPrice: number
  discount: number
  tax: number
}

/** A changeset that was signed for this purchase; the order tells whether it was applied. */
export interface Signing {
  id: string
  offerId: string
  stepId: string
  signedAt: Date
  refused: boolean // so the shopper's browser reported; decides only between two that ask for the same
  shipping: number // minor units, signed with the lines
  lines: readonly (Wanted & { cost?: number | null })[]
  anyQuantity?: boolean // bought by a link: she may have changed how many
}

export interface Claim {
  signing: Signing
  line: OrderLine
  cost: number | null // of one unit, when it was accepted
}

/**
 * Which line of the order came from which changeset. Shopify links them nowhere, so: the first purchase claims the oldest lines of
 * its variants, then each changeset, in the order of signing, claims lines of the same variant and quantity.
 */
export function claimLines(lines: readonly OrderLine[], initial: readonly Wanted[], signings: readonly Signing[]): Claim[] {
  const free = [...lines].sort((a, b) => compareIds(a.id, b.id))
  for (const { variantId } of initial) take(free, (line) => line.variantId === variantId)
  return [...signings].sort(bySigning).flatMap((signing) => {
    const claimed = claimAll(free, signing)
    return claimed.map((line, index) => ({ signing, line, cost: signing.lines[index]?.cost ?? null }))
  })
}

/** A changeset enters an order whole or not at all. */
function claimAll(free: OrderLine[], { lines: wanted, anyQuantity }: Signing): OrderLine[] {
  const left = [...free]
  const claimed = wanted.map(({ variantId, quantity }) =>
    take(left, (line) => line.variantId === variantId && (anyQuantity || line.quantity === quantity)),
  )
  if (claimed.includes(undefined)) return []
  free.splice(0, free.length, ...left)
  return claimed.filter((line) => line !== undefined)
}

function take(from: OrderLine[], fits: (line: OrderLine) => boolean): OrderLine | undefined {
  const index = from.findIndex(fits)
  return index < 0 ? undefined : from.splice(index, 1)[0]
}

const bySigning = (a: Signing, b: Signing): number =>
  Number(a.refused) - Number(b.refused) || a.signedAt.getTime() - b.signedAt.getTime() || (a.id < b.id ? -1 : 1)

/** As numbers: Shopify's ids grow, and may exceed 2^53. */
const compareIds = (a: ShopifyId, b: ShopifyId): number => a.length - b.length || (a < b ? -1 : 1)
