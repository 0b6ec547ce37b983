import { inTime } from './in-time.server.ts'
import type { BlockGround } from './ground.server.ts'
import { atRate, inCurrency, staysFree, variantsShown, type Priced } from './prices.ts'
import type { BlockReads } from './reads.ts'

const PRICE_PATIENCE_MS = 1_000

/** What she is offered in the currency that she pays in. Null: its prices cannot be told there. */
export async function pricedIn(ground: BlockGround, goods: Priced, country: string | null, reads: BlockReads): Promise<Priced | null> {
  const { purchase, snapshot } = ground
  const { shop, paidIn, total, presentmentTotal } = purchase
  if (paidIn === snapshot.currency) return goods
  const rate = { here: total, there: presentmentTotal }
  const asked = country ? reads.readPrices(shop, variantsShown(goods.funnel, goods.shelf), country).catch(() => null) : null
  const answer = await inTime(Promise.resolve(asked), PRICE_PATIENCE_MS)
  const told = answer === 'late' ? null : answer
  const exact = told && inCurrency(goods, told, paidIn, rate)
  if (told && exact && !staysFree(goods, told, rate)) return null
  // She may pay in a currency that is not her country's: then her own order tells the rate.
  return exact ?? (total > 0 ? inCurrency(goods, atRate(goods.shelf, total, presentmentTotal, paidIn), paidIn) : null)
}
