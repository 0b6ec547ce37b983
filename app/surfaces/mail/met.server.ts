import { listDeeds } from '../placements/deeds.server.ts'
import { placeByMail, SURFACES } from '../placements/placement.ts'

/** What she did with offers on the pages after paying, and what those proposed. */
export interface MetOnPages {
  what: 'seen' | 'accepted'
  productIds: readonly string[]
}

const PAGES = SURFACES.filter((surface) => surface !== 'email')

/** By checkout token, whom a mail may offer nothing because of what she met; who met nothing is left out. */
export async function readMet(shop: string, tokens: readonly string[]): Promise<ReadonlyMap<string, MetOnPages>> {
  const met = new Map<string, MetOnPages>()
  for (const [token, deeds] of await listDeeds(shop, tokens, PAGES)) {
    if (placeByMail({ cancelled: false, deeds, boughtSince: [] }).may) continue
    const what = deeds.some(({ kind }) => kind === 'accepted') ? 'accepted' : 'seen'
    met.set(token, { what, productIds: [...new Set(deeds.flatMap(({ productIds }) => productIds))] })
  }
  return met
}
