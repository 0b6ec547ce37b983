import { attributeOrder } from './analytics/attribution.server.ts'
import { readOrderWorth } from './analytics/order-worth.server.ts'
import { readChangesetsOf, readClaimed } from './analytics/claimed.server.ts'
import { readBy } from './analytics/reads.server.ts'
import { removeUnpaid } from './analytics/unpaid/removal.server.ts'
import { mintCodes } from './platform/codes/mint.server.ts'
import type { CodeOwners } from './platform/codes/owner.ts'
import { announceEvent, runReaction } from './platform/events.server.ts'
import type { ReactionTable } from './platform/events.ts'
import { forgetDeliveries, processDelivery, type TopicTable } from './platform/deliveries.server.ts'
import type { Cron, JobTable } from './platform/jobs.ts'
import type { MessageKinds } from './platform/messaging/message.ts'
import { messageRecords } from './platform/messaging/personal.server.ts'
import { releaseMessages, sendMessage } from './platform/messaging/send.server.ts'
import { unfinishedRecords } from './platform/unfinished.server.ts'
import { readBuyer, readTypicalOrder } from './catalog/buyers.server.ts'
import { readPrice } from './catalog/offered.server.ts'
import { countPastOrders, readPastOrders } from './catalog/past-orders.server.ts'
import { readTax } from './catalog/tax.server.ts'
import { listOrderIds, readContact, readOrdersToAsk } from './catalog/to-ask.server.ts'
import { readNumber } from './catalog/texting.server.ts'
import { readAddressee } from './catalog/addressee.server.ts'
import { readCompanions } from './catalog/companions.server.ts'
import { readOrdersToFollow } from './catalog/to-follow.server.ts'
import { catalogRecords } from './catalog/personal.server.ts'
import { findBought, readBought, readGoods } from './catalog/bought.server.ts'
import { readGone } from './catalog/gone.server.ts'
import { fetchOrderOf } from './catalog/page-order.server.ts'
import { readPaidOrder } from './catalog/paid-order.server.ts'
import { findPurchase, identifyProduct } from './catalog/purchase-readers.server.ts'
import { advanceSync } from './catalog/mirror/bulk.server.ts'
import { readMetafield } from './catalog/mirror/metafields.server.ts'
import { readNames } from './catalog/names.server.ts'
import { recheckNamed, watchNamed } from './catalog/named.server.ts'
import { refreshCatalog } from './catalog/mirror/refresh.server.ts'
import { areOrdersCheckedSince, reconcileAll, reconcileShop, startFirstSync } from './catalog/mirror/sync.server.ts'
import { catalogTopics } from './catalog/mirror/webhooks.server.ts'
import { backfillRequests } from './reviews/asking/backfill.server.ts'
import { requestLetter } from './reviews/asking/letter.ts'
import { askBy } from './reviews/asking/reads.server.ts'
import { planForOrder } from './reviews/asking/requests.server.ts'
import { requestMessages, requestSettled, sendRequest } from './reviews/asking/send.server.ts'
import { reviewLink } from './reviews/collecting/link.server.ts'
import { collectBy } from './reviews/collecting/reads.server.ts'
import { providerTopics, syndicatedTopics } from './rewards/providers/take-review.server.ts'
import { earnReward } from './rewards/reward.server.ts'
import { mailReward, remindRewards, rewardMails } from './rewards/mail.server.ts'
import { rewardRecords } from './rewards/personal.server.ts'
import { rewardCodes, withdrawCode } from './rewards/codes.server.ts'
import { creditReward } from './rewards/credit.server.ts'
import { traceCredit } from './rewards/ledger.server.ts'
import { isRewarded, noteThanks, rewardNow, rewardReview } from './rewards/now.server.ts'
import { prepareCodes } from './rewards/prepare.server.ts'
import { readPromise } from './rewards/promise.server.ts'
import { rewardsReadBy } from './rewards/reads.server.ts'
import { redeemOrder } from './rewards/redemption.server.ts'
import { repriceGifts } from './rewards/reprice.server.ts'
import { settleReward } from './rewards/settle.server.ts'
import { attributeSale } from './retention/sales.server.ts'
import { followBy } from './retention/reads.server.ts'
import { followOrder } from './retention/follow-ups.server.ts'
import { followUpLetter } from './retention/message.ts'
import { followUpMessages, followUpSettled, sendFollowUp } from './retention/send.server.ts'
import { followUpRecords } from './retention/personal.server.ts'
import { deleteFiles } from './reviews/media/remove.server.ts'
import { storeMedia } from './reviews/media/store.server.ts'
import { replyLetter } from './reviews/moderating/reply-letter.ts'
import { hasReview, readReviewFacts } from './reviews/facts.server.ts'
import { noteIncentive } from './reviews/incentive.server.ts'
import { tellFlow } from './reviews/flow/tell.server.ts'
import { forgetTraces, reviewRecords } from './reviews/personal.server.ts'
import { moveMedia } from './reviews/import/move.server.ts'
import { bringReviews, takeBack } from './reviews/import/imports.server.ts'
import { practiseBy } from './reviews/display/practice.server.ts'
import { showReviews } from './reviews/display/show.server.ts'
import { countReviews } from './reviews/display/summary.server.ts'
import { blocks, catalogReads, linkSources, mailOffers, surfaces } from './shoppers.server.ts'
import { learnShop } from './shops/install.server.ts'
import { redactCustomer, redactShop, reportCustomer, type Holders } from './shops/privacy.server.ts'
import { installedShops, readInsiders, readShop } from './shops/shop.server.ts'
import { relearnShop, uninstallShop, updateScopes, whyUnwanted } from './shops/uninstall.server.ts'
import { offerCodes } from './surfaces/block/give-codes.server.ts'
import { readLinked } from './surfaces/accept/linked.server.ts'
import { readMet } from './surfaces/mail/met.server.ts'
import { readSigned } from './surfaces/accept/signed.server.ts'
import { countVisits } from './surfaces/placements/visits.server.ts'
import { surfaceRecords } from './surfaces/personal.server.ts'
import { renewSnapshot } from './surfaces/renew.server.ts'
import { writeShopMetafield } from './surfaces/metafield/metafield.server.ts'
import { named } from './surfaces/decide/named.server.ts'
import { previewBy } from './surfaces/preview/preview.server.ts'
import { warnBy } from './surfaces/warnings.server.ts'
import { replayBy } from './surfaces/order/replay.server.ts'
import { readPurchasesBy } from './surfaces/order/purchase.server.ts'
import { countOrder, settleShares } from './surfaces/accept/settle.server.ts'
import { matchBy } from './surfaces/decide/match.server.ts'
import { rankOffers } from './surfaces/decide/responses.server.ts'

export { blocks, catalogReads, surfaces }

readPurchasesBy(catalogReads)
previewBy({ ...linkSources.reads, readTax })
warnBy(catalogReads)
matchBy({ ...catalogReads, countPastOrders, readPastOrders })
replayBy(catalogReads)
const tellExtension = writeShopMetafield(catalogReads)

practiseBy(async (shop) => (await readPromise(shop, 'en')) !== null)

/** What counting earnings takes of the others. */
readBy({ readPaidOrder, readSigned, readLinked, countVisits, readShop })

/** What the review form takes of the others. */
collectBy({ readGoods, readBought, readGone, findBought, readShop, readInsiders, readPromise, prepareCodes, rewardNow, isRewarded })
/** What asking for reviews takes of the others. */
askBy({ readOrders: readOrdersToAsk, listOrderIds, readContact, readNumber, readGoods, readShop, readPromise, reviewLink })

/** What automations take of the others. */
followBy({
  readOrders: readOrdersToFollow,
  listOrderIds,
  readCompanions,
  readShop,
  readMet,
  ...mailOffers,
  readNumber,
  readOrderWorth,
})

/** What thanking for reviews takes of the others. */
rewardsReadBy({ readReviewFacts, readBuyer, readTypicalOrder, readShop, readPrice, readNames, readPaidOrder: readOrderWorth })

/** Another review app says -> we thank. */
const reviewReads = { identifyProduct, findPurchase, hasReview, readInsiders, earnReward }
const reviewApps = providerTopics(reviewReads)

/** Who holds something about a shopper; the catalog first, because the others know her by her orders. */
const holders: Holders = {
  catalog: catalogRecords,
  offers: surfaceRecords,
  reviews: reviewRecords,
  rewards: rewardRecords,
  retention: followUpRecords,
  deliveries: unfinishedRecords,
  messages: messageRecords,
}

/** A kind of message -> how much it is wanted, and what it says. */
export const messageKinds: MessageKinds = {
  ...rewardMails,
  'review-request': requestMessages,
  'review-reminder': requestMessages,
  'test-request': { write: requestLetter },
  'review-reply': { write: replyLetter },
  ...followUpMessages,
  'test-offer': { write: followUpLetter },
}

/** Shopify says -> we do. */
export const topics: TopicTable = {
  'app/uninstalled': uninstallShop,
  'app/scopes_update': updateScopes,
  'shop/update': relearnShop,
  'customers/data_request': reportCustomer(holders),
  'customers/redact': redactCustomer(holders),
  'shop/redact': redactShop,
  ...catalogTopics,
  ...syndicatedTopics(reviewReads),
}

/** This happened -> these react, each in a job of its own. */
export const reactions: ReactionTable = {
  'shop.installed': { startFirstSync: ({ shop }) => startFirstSync(shop), tellExtension },
  'shop.uninstalled': {},
  'catalog.changed': { repriceGifts: ({ shop }) => repriceGifts(shop), tellExtension },
  'order.changed': {
    attributeOrder: countOrder({ attributeOrder, readChangesetsOf, readClaimed }),
    planForOrder: ({ shop, orderId }) => planForOrder(shop, orderId),
    redeemOrder: ({ shop, orderId }) => redeemOrder(shop, orderId),
    followOrder: ({ shop, orderId }) => followOrder(shop, orderId),
    attributeSale: ({ shop, orderId }) => attributeSale(shop, orderId),
  },
  'transaction.recorded': {},
  'offers.changed': { ...watchNamed(named), tellExtension },
  'review.received': {
    rewardReview: ({ shop, reviewId }) => rewardReview(shop, reviewId),
    tellFlow: ({ shop, reviewId }) => tellFlow(shop, reviewId),
  },
  'review.changed': { countReviews },
  'reward.issued': { mailReward: ({ shop, rewardKey }) => mailReward(shop, rewardKey), noteThanks: noteThanks(noteIncentive) },
  'message.settled': { requestSettled, followUpSettled },
}

/** Whose codes a discount holds -> who gives them away. */
export const codeOwners: CodeOwners = { reward: rewardCodes, offer: offerCodes }

/** Job name -> function. */
export const jobs: JobTable = {
  'process-delivery': processDelivery({ ...topics, ...reviewApps }, whyUnwanted),
  'announce-event': announceEvent(reactions),
  'run-reaction': runReaction(reactions),
  'learn-shop': learnShop,
  'refresh-catalog': refreshCatalog,
  'advance-sync': advanceSync,
  'reconcile-shop': async (told) => void (await Promise.all([reconcileShop(told), recheckNamed(told)])),
  'read-metafield': readMetafield,
  'reconcile-all': reconcileAll(installedShops),
  'send-request': sendRequest,
  'backfill-requests': backfillRequests,
  'send-follow-up': sendFollowUp,
  'send-message': sendMessage(messageKinds, readAddressee),
  'release-messages': releaseMessages,
  'store-media': storeMedia,
  'delete-files': deleteFiles,
  'forget-traces': forgetTraces,
  'forget-deliveries': forgetDeliveries,
  'settle-reward': settleReward,
  'mint-codes': mintCodes(codeOwners),
  'withdraw-code': withdrawCode,
  'credit-reward': creditReward,
  'trace-credit': traceCredit,
  'remind-rewards': remindRewards,
  'show-reviews': (told) => showReviews(told).then(() => renewSnapshot(told.shop)),
  'bring-reviews': bringReviews,
  'undo-import': takeBack,
  'move-media': (told) => moveMedia(told),
  'settle-shares': settleShares({ readClaimed, fetchOrderOf, attributeOrder, areOrdersCheckedSince }),
  'remove-unpaid': removeUnpaid,
  'rank-offers': rankOffers,
}

/** UTC time -> job. */
export const crons: readonly Cron[] = [
  { at: '40 3 * * *', job: 'forget-deliveries' },
  { at: '*/10 * * * *', job: 'release-messages' },
  { at: '*/10 * * * *', job: 'settle-shares' },
  { at: '20 * * * *', job: 'rank-offers' },
  { at: '25 * * * *', job: 'remind-rewards' },
  { at: '10 1 * * *', job: 'reconcile-all' },
  { at: '50 3 * * *', job: 'forget-traces' },
]
