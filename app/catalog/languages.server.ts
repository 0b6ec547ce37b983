import { document } from '../platform/shopify/document.ts'
import { askStorefront } from '../platform/shopify/storefront.server.ts'
import { HOURS } from '../values/time.ts'

interface Named {
  isoCode: string
}
interface Answer {
  localization: { language: Named; availableLanguages: Named[] }
}
export interface Languages {
  usual: string
  published: string[]
}

export const READ_LANGUAGES = document<Answer, Record<string, never>>(
  `query ShopLanguages { localization { language { isoCode } availableLanguages { isoCode } } }`,
  'storefront',
)

const FRESH_MS = HOURS
const MOST = 5_000
const kept = new Map<string, { at: number; languages: Languages }>()

/** In which languages a shop's pages stand. The Storefront API tells it to anybody, so that no scope is asked for. */
export async function readLanguages(shop: string): Promise<Languages> {
  const before = kept.get(shop)
  if (before && performance.now() - before.at < FRESH_MS) return before.languages
  const { localization } = await askStorefront(shop, READ_LANGUAGES, {})
  const published = localization.availableLanguages.map(({ isoCode }) => isoCode)
  const languages = { usual: localization.language.isoCode, published }
  if (kept.size > MOST) kept.clear()
  kept.set(shop, { at: performance.now(), languages })
  return languages
}
