import { rereadMetafields, watchMetafields } from './mirror/metafields.server.ts'
import { recheckPlans, watchPlans } from './mirror/selling-plans.server.ts'

type Told = { shop: string }
type Named = (shop: string) => Promise<string[]>

/** Reads what offers have begun to name, each kind in a job of its own. */
export const watchNamed = ({ metafields, plans }: { metafields: Named; plans: Named }) => ({
  watchMetafields: watchMetafields(metafields),
  watchPlans: watchPlans(plans),
})

/** What changed of it without a word from Shopify is found once a night. */
export const recheckNamed = async (told: Told): Promise<void> => void (await Promise.all([rereadMetafields(told), recheckPlans(told)]))
