import type { Step } from '#app/offers/step.ts'
import { inTime } from './in-time.server.ts'
import type { BlockGround } from './ground.server.ts'
import { atRate, inCurrency, isForNothing, variantsShown, type Abroad, type Priced } from './prices.ts'
import type { BlockReads } from './reads.ts'

const PRICE_PATIENCE_MS = 1_000

/** What she is offered as she pays for it. Null: its prices cannot be told there, or what is given away might not be free. */
export async function pricedIn(ground: BlockGround, goods: Priced, country: string | null, reads: BlockReads): Promise<Priced | null> {
  const { total, presentmentTotal, paidIn } = ground.purchase
  if (isAtHome(ground, country)) return goods
  const told = await pricesAbroad(ground, variantsShown(goods.funnel, goods.shelf), country, reads)
  if (told === 'late' && goods.funnel.steps.some(isForNothing)) return null
  const exact = told && told !== 'late' ? inCurrency(goods, told.prices, paidIn, told.rate) : null
  // She may pay in a currency that is not her country's: then her own order tells the rate.
  return exact ?? (total > 0 ? inCurrency(goods, atRate(goods.shelf, total, presentmentTotal, paidIn), paidIn) : null)
}

/** What a step that gives its goods away needs to know of her country before its code is made; null: it costs there what it costs here. */
export async function abroadFor(
  ground: BlockGround,
  step: Pick<Step, 'gift' | 'discount'>,
  variantIds: readonly string[],
  country: string | null,
  reads: BlockReads,
): Promise<Abroad | null | 'late'> {
  return isForNothing(step) && !isAtHome(ground, country) ? pricesAbroad(ground, variantIds, country, reads) : null
}

const isAtHome = ({ purchase, snapshot }: BlockGround, country: string | null): boolean =>
  purchase.paidIn === snapshot.currency && (country === null || country === snapshot.country)

/** Null: nobody knows her country. */
async function pricesAbroad(
  { purchase: { shop, total, presentmentTotal, paidIn } }: BlockGround,
  variantIds: readonly string[],
  country: string | null,
  reads: BlockReads,
): Promise<Abroad | null | 'late'> {
  if (!country) return null
  const prices = await inTime(
    reads.readPrices(shop, variantIds, country).catch(() => 'late' as const),
    PRICE_PATIENCE_MS,
  )
  if (prices === 'late') return prices
  const inHers = new Map([...prices].filter(([, { currency }]) => currency === paidIn))
  return { prices: inHers, rate: { here: total, there: presentmentTotal } }
}
