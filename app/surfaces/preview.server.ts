import { fitFunnel } from '#app/offers/fit.ts'
import { openFunnel } from '#app/offers/funnel.ts'
import { db } from '#app/platform/db.server.ts'
import type { PreviewReads } from './catalog-reads.ts'
import { viewOffer } from './offer-view.ts'
import { previewed, type PreviewAnswer, type PreviewRequest } from './preview.ts'
import { readShelf } from './snapshots.server.ts'
import { PREVIEW_WORDS } from './preview/words.ts'
import { voiceOf } from './voice.ts'
import { wordingOverrides } from './settings/settings.ts'

let reads: PreviewReads
/** Handed in by the wiring. */
export const previewBy = (given: PreviewReads): void => void (reads = given)

const NOBODY = { lines: [], hasSubscription: false, bought: null }

/** What a shopper would be shown of an offer as it is being written, by the code that shows her the saved one. */
export async function previewOffer(shop: string, { steps, language, wording }: PreviewRequest): Promise<PreviewAnswer> {
  const { definition, unfinished } = previewed(steps)
  const [row, tax, { shelf, ranked }] = await Promise.all([
    db.shop.findUnique({ where: { shop }, select: { currency: true, settings: true } }),
    reads.readTax(shop),
    readShelf(shop, [{ id: 'preview', version: 0, priority: 0, definition }], reads),
  ])
  const currency = row?.currency ?? 'USD'
  const saved = wordingOverrides(row?.settings)
  const overrides = wording ? { ...saved, [language]: wording } : saved
  const funnel = fitFunnel(openFunnel(definition, { shelf, ranked }), NOBODY)
  const offer = viewOffer('preview', funnel, shelf, voiceOf({ currency, overrides }, language, PREVIEW_WORDS.firstName))
  const plans = shelf.values().next().value?.plans ?? []
  const shown = offer?.steps.flatMap(({ products }) => products.flatMap(({ variants }) => variants)) ?? []
  return {
    offer,
    prices: {
      currency,
      tax,
      plans: Object.fromEntries(plans),
      variants: Object.fromEntries(shown.map(({ variantId }) => [variantId, shelf.get(String(variantId))?.price ?? 0])),
    },
    language,
    unfinished,
    closed: [...funnel.closed],
  }
}
