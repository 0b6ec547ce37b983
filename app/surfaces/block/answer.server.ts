import { log } from '#app/platform/log.server.ts'
import type { BlockAnswer, BlockOffer, BlockRequest } from '../contract.ts'
import { readSpeech } from '../settings/settings.server.ts'
import type { Snapshots } from '../decide/snapshots.server.ts'
import { voiceOf } from '../voice.ts'
import { fill } from '../wording/catalogue.ts'
import { viewSteps } from './block-view.ts'
import { groundOfBlock, type BlockGround } from './ground.server.ts'
import { findNext } from './next.server.ts'
import { findBlockOffer, signBlockPlacement, type BlockOfferFound } from './offer.server.ts'
import { claimOrder } from './order.server.ts'
import { pricedIn } from './priced.server.ts'
import type { BlockReads, OwnCode, PageOrder } from './reads.ts'
import { sampleBlock } from './sample.server.ts'
import { sayDay, sayMinute } from './say-day.ts'
import { noteSeen } from './seen.server.ts'
import { readTaken } from './taken.server.ts'
import { sayCode, viewCodes, viewReview } from './thanks-view.ts'
import { isTogether } from './together.ts'
import type { Visitor } from './visitor.ts'
import { prepareFor } from './wanted.server.ts'

export interface BlockSources {
  reads: BlockReads
  snapshots: Snapshots
}

const AGAIN_IN_MS = 1_500

/** All that the block shows to this visitor. What is a customer's own is there only if Shopify vouches that she is that customer. */
export async function answerBlock(visitor: Visitor, request: BlockRequest, sources: BlockSources): Promise<BlockAnswer> {
  // There is no order in the merchant's editor, and nobody but she looks.
  if (request.editor) return sampleBlock(visitor.shop, request, sources)
  void noteSeen(visitor.shop, request.surface)
  const claimed = await claimOrder(visitor, request, sources.reads)
  if (claimed.state !== 'known') return claimed.state === 'soon' ? { againInMs: AGAIN_IN_MS } : {}
  const { order, standing } = claimed
  const [offer, own] = await Promise.all([
    quietly(visitor.shop, offerPart(visitor.shop, order, request, sources)),
    standing === 'owner' ? quietly(visitor.shop, ownPart(visitor, order, request.locale, sources)) : {},
  ])
  return { ...offer, ...own }
}

/** One part that cannot be told must not cost her the other. */
const quietly = (shop: string, part: Promise<BlockAnswer>): Promise<BlockAnswer> =>
  part.catch((error: unknown) => {
    log.error({ err: error, shop }, 'a part of a block could not be told')
    return {}
  })

async function offerPart(shop: string, order: PageOrder, request: BlockRequest, sources: BlockSources): Promise<BlockAnswer> {
  const ground = await groundOfBlock(shop, order, request, sources)
  if (!ground?.known.installed) return {}
  const taken = await readTaken(ground)
  if (taken) return { taken }
  const found = (await findBlockOffer(ground)) ?? (await findNext(ground))
  const offer = found && (await viewBlockOffer(ground, found, request, sources.reads))
  return offer ? { offer } : {}
}

async function viewBlockOffer(
  ground: BlockGround,
  found: BlockOfferFound,
  { locale, country: told }: BlockRequest,
  reads: BlockReads,
): Promise<BlockOffer | null> {
  const { purchase, snapshot, settings, order, until } = ground
  const country = told ?? purchase.country
  const priced = await pricedIn(ground, { funnel: found.funnel, shelf: snapshot.shelf }, country, reads)
  if (!priced?.funnel.first) return null
  const voice = { ...voiceOf(snapshot, locale), currency: purchase.paidIn }
  const words = voice.words.block
  const products = priced.funnel.steps.flatMap(({ offered }) => offered.map(({ productId }) => productId))
  const quotes = await reads.readQuotes(purchase.shop, products, voice.language)
  const view = viewSteps(found.id, priced.funnel, priced.shelf, voice, quotes)
  if (!view) return null
  void prepareFor(ground, found.id, found.funnel, country, reads)
  const date = sayMinute(until, voice.language, snapshot.timeZone)
  return {
    placement: signBlockPlacement(ground, found, country),
    ...view,
    ...(isTogether(settings, order) ? { together: fill(words.together, { date }) } : {}),
    words: { option: voice.words.words.option, amount: voice.words.words.amount, buy: words.buy, taken: words.taken },
  }
}

async function ownPart({ shop, customerId }: Visitor, order: PageOrder, locale: string, { reads }: BlockSources): Promise<BlockAnswer> {
  const { timeZone, ...speech } = await readSpeech(shop)
  const { language, words } = voiceOf(speech, locale)
  const [link, codes] = await Promise.all([
    order.delivered ? reads.readReviewLink(shop, order.id) : null,
    customerId ? reads.readOwnCodes(shop, customerId, language) : [],
  ])
  const say = ({ expiresAt, ...own }: OwnCode) => sayCode(words.thanks, { ...own, date: sayDay(expiresAt, language, timeZone) })
  return {
    ...(link ? { review: viewReview(words.thanks, link) } : {}),
    ...(codes.length > 0 ? { codes: viewCodes(words.thanks, codes.map(say)) } : {}),
  }
}
