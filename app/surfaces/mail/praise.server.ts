import type { BlockReads } from '../block/reads.ts'
import { sayStars } from '../offer-view.ts'
import { readSpeech } from '../settings/settings.server.ts'
import { voiceOf } from '../voice.ts'
import { praiseOf, spoken } from './praise.ts'

/** Stars and one verified buyer's words for each product, as on the pages. */
export async function readPraise(
  shop: string,
  productIds: readonly string[],
  locale: string,
  reads: Pick<BlockReads, 'readStars' | 'readQuotes'>,
): Promise<ReadonlyMap<string, string[]>> {
  const voice = voiceOf(await readSpeech(shop), locale)
  const [stars, quotes] = await Promise.all([reads.readStars(shop, productIds), reads.readQuotes(shop, productIds, voice.language)])
  return new Map(
    productIds.map((id) => {
      const known = stars.get(id)
      return [id, praiseOf(known && sayStars(known, voice), spoken(quotes.get(id)))]
    }),
  )
}
