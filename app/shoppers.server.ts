// What meets shoppers, and what of the other domains it takes; `wiring.server.ts` tells the rest of the story.
import { readStepTotals } from './analytics/totals.server.ts'
import { readRanked } from './catalog/best.server.ts'
import { readCompleteness, readMembers, readMirrored, readPlans, readTraits, readVariants } from './catalog/offered.server.ts'
import { readGone } from './catalog/gone.server.ts'
import { fetchOrder, findPageOrder, readBoughtSince } from './catalog/page-order.server.ts'
import { readLanguages } from './catalog/languages.server.ts'
import { readPrices } from './catalog/prices.server.ts'
import { readSoldOut } from './catalog/sold-out.server.ts'
import { readReviewLink } from './reviews/collecting/prompt.server.ts'
import { readQuotes } from './reviews/display/quotes.server.ts'
import { readStars } from './reviews/display/stars.server.ts'
import { readOwnCodes } from './rewards/own-codes.server.ts'
import { createBlocks } from './surfaces/block/blocks.server.ts'
import { chooseMailOffer } from './surfaces/mail/choose.server.ts'
import type { MailTerms } from './surfaces/mail/ground.server.ts'
import { readPraise } from './surfaces/mail/praise.server.ts'
import { sellByLink, takeMailOffer, type MailTake, type PlainSale } from './surfaces/mail/take.server.ts'
import { Snapshots } from './surfaces/decide/snapshots.server.ts'
import { createSurfaces } from './surfaces/surfaces.server.ts'
import { lastDays } from './values/time.ts'

/** What shoppers' browsers may ask, and what of the catalog that takes. */
const readResponses = (shop: string, at: Date) => readStepTotals(shop, lastDays(at, 90, 'UTC'))
export const catalogReads = {
  readStars,
  readVariants,
  readPlans,
  readRanked,
  readMembers,
  readTraits,
  readResponses,
  readCompleteness,
  readMirrored,
}
const snapshots = new Snapshots(catalogReads)
export const surfaces = createSurfaces(catalogReads, { snapshots })

/** What the blocks on Shopify's later pages, and offers by mail, read of the others. */
export const linkSources = {
  snapshots,
  reads: {
    ...catalogReads,
    findPageOrder,
    fetchOrder,
    readGone,
    readBoughtSince,
    readPrices,
    readSoldOut,
    readLanguages,
    readQuotes,
    readReviewLink,
    readOwnCodes,
  },
}
export const blocks = createBlocks(linkSources)

/** What messages offer, and the checkouts behind their links. */
export const mailOffers = {
  chooseOffer: (shop: string, token: string, terms: MailTerms & { anew: boolean }) => chooseMailOffer(shop, token, terms, linkSources),
  takeOffer: (shop: string, take: MailTake) => takeMailOffer(shop, take, linkSources),
  sellByLink: (shop: string, sale: PlainSale) => sellByLink(shop, sale, linkSources),
  readPraise: (shop: string, productIds: readonly string[], locale: string) => readPraise(shop, productIds, locale, linkSources.reads),
  readPrices,
}
