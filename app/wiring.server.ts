import { announceEvent, runReaction } from './platform/events.server.ts'
import type { ReactionTable } from './platform/events.ts'
import { forgetDeliveries, processDelivery } from './platform/deliveries.server.ts'
import type { TopicTable } from './platform/deliveries.server.ts'
import type { Cron, JobTable } from './platform/jobs.ts'
import { readCompleteness, readMembers, readMirrored, readVariants } from './catalog/offered.server.ts'
import { learnShop } from './shops/install.server.ts'
import { redactCustomer, redactShop, reportCustomer } from './shops/privacy.server.ts'
import type { Holders } from './shops/privacy.server.ts'
import { relearnShop, uninstallShop, updateScopes, whyUnwanted } from './shops/uninstall.server.ts'
import { createSurfaces } from './surfaces/surfaces.server.ts'

/** What shoppers' browsers may ask, and what of the catalog that takes. */
export const surfaces = createSurfaces({ readVariants, readMembers, readCompleteness, readMirrored })

/** Who holds something about a shopper. */
const holders: Holders = {}

/** Shopify says -> we do. */
export const topics: TopicTable = {
  'app/uninstalled': uninstallShop,
  'app/scopes_update': updateScopes,
  'shop/update': relearnShop,
  'customers/data_request': reportCustomer(holders),
  'customers/redact': redactCustomer(holders),
  'shop/redact': redactShop,
}

/** This happened -> these react, each in a job of its own. */
export const reactions: ReactionTable = {
  'shop.installed': {},
  'shop.uninstalled': {},
  'catalog.changed': {},
  'order.changed': {},
  'transaction.recorded': {},
  'offers.changed': {},
}

/** Job name -> function. */
export const jobs: JobTable = {
  'process-delivery': processDelivery(topics, whyUnwanted),
  'announce-event': announceEvent(reactions),
  'run-reaction': runReaction(reactions),
  'learn-shop': learnShop,
  'forget-deliveries': forgetDeliveries,
}

/** UTC time -> job. */
export const crons: readonly Cron[] = [{ at: '40 3 * * *', job: 'forget-deliveries' }]
