import type { Shelf } from '#app/offers/availability.ts'
import { isMetOn } from '#app/offers/surface.ts'
import { now } from '#app/platform/clock.server.ts'
import { HOURS, later } from '#app/values/time.ts'
import type { BlockAnswer, BlockSurface } from '../contract.ts'
import { readBlockSettings } from '../settings/settings.server.ts'
import type { Snapshots } from '../decide/snapshots.server.ts'
import { voiceOf, type Voice } from '../voice.ts'
import type { BlockReads } from './reads.ts'
import { blockFunnel, sampleOf, type Sampled } from './sample.ts'
import { SAMPLE_WORDS } from './sample-words.ts'
import { sayDay, sayMinute } from './say-day.ts'
import type { BlockSettings } from './settings.ts'

type Quotes = Pick<BlockReads, 'readQuotes'>

/** What the merchant sees where she places the block: the first of her offers that a block can sell, or one that is made up. */
export async function sampleBlock(
  shop: string,
  { surface, locale }: { surface: BlockSurface; locale: string },
  { reads, snapshots }: { reads: Quotes; snapshots: Snapshots },
): Promise<BlockAnswer> {
  const [snapshot, settings] = await Promise.all([snapshots.atLeast(shop, 0), readBlockSettings(shop)])
  if (!snapshot.installed) return {}
  const voice = voiceOf(snapshot, locale)
  const here = snapshot.book.offers.filter(({ definition }) => isMetOn(definition, surface))
  const sellable = here.map(({ id, funnel }) => ({ id, funnel: blockFunnel(funnel) }))
  const offer = sellable.find(({ funnel }) => funnel.first) ?? null
  const answer = await sampleWith(shop, surface, { offer, settings, ...snapshot }, voice, reads)
  return { sample: SAMPLE_WORDS[voice.language].note, ...answer }
}

interface Given {
  offer: Sampled['offer']
  shelf: Shelf
  settings: BlockSettings
  timeZone: string
}

/** The block with this offer on it, as if an order had been placed just now. */
export async function sampleWith(
  shop: string,
  surface: BlockSurface,
  { offer, shelf, settings, timeZone }: Given,
  voice: Voice,
  { readQuotes }: Quotes,
): Promise<BlockAnswer> {
  const products = offer?.funnel.steps.flatMap(({ offered }) => offered.map(({ productId }) => productId)) ?? []
  const quotes = await readQuotes(shop, products, voice.language)
  const until = later(now(), settings.hours * HOURS)
  const together = settings.together ? sayMinute(until, voice.language, timeZone) : null
  return sampleOf(surface, { offer, shelf, quotes, together, day: sayDay(until, voice.language, timeZone) }, voice)
}
