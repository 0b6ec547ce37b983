import { fitFunnel } from '#app/offers/fit.ts'
import { openFunnel, type OpenFunnel } from '#app/offers/funnel.ts'
import { db } from '#app/platform/db.server.ts'
import { blockFunnel } from '../block/sample.ts'
import { sampleWith } from '../block/sample.server.ts'
import { blockSettings } from '../block/settings.ts'
import type { BlockReads } from '../block/reads.ts'
import type { PreviewReads } from '../catalog-reads.ts'
import { viewOffer } from '../offer-view.ts'
import { previewed, type PreviewAnswer, type PreviewRequest } from './preview.ts'
import { readShelf } from '../decide/snapshots.server.ts'
import { PREVIEW_WORDS } from './words.ts'
import { voiceOf } from '../voice.ts'
import { wordingOverrides } from '../settings/settings.ts'

type Reads = PreviewReads & Pick<BlockReads, 'readQuotes'>

let reads: Reads
/** Handed in by the wiring. */
export const previewBy = (given: Reads): void => void (reads = given)

const NOBODY = { lines: [], hasSubscription: false, bought: null }

/** What a shopper would be shown of an offer as it is being written, by the code that shows her the saved one. */
export async function previewOffer(shop: string, request: PreviewRequest): Promise<PreviewAnswer> {
  const { surface, language, steps } = request
  const { definition, unfinished } = previewed(steps)
  const [row, tax, { shelf, ranked }] = await Promise.all([
    db.shop.findUnique({ where: { shop }, select: { currency: true, settings: true, timeZone: true } }),
    reads.readTax(shop),
    readShelf(shop, [{ id: 'preview', version: 0, priority: 0, definition }], reads),
  ])
  const [currency, open] = [row?.currency ?? 'USD', openFunnel(definition, { shelf, ranked })]
  const funnel = surface === 'post-purchase' ? fitFunnel(open, NOBODY) : blockFunnel(open)
  const voice = voiceOf({ currency, overrides: overridesIn(row?.settings, request) }, language, PREVIEW_WORDS.firstName)
  const offer = viewOffer('preview', funnel, shelf, voice)
  const plans = shelf.values().next().value?.plans ?? []
  const shown = offer?.steps.flatMap(({ products }) => products.flatMap(({ variants }) => variants)) ?? []
  const [settings, timeZone] = [request.blocks ?? blockSettings(row?.settings), row?.timeZone ?? 'UTC']
  const sampled = { offer: sampledOf(funnel), shelf, settings, timeZone }
  return {
    surface,
    offer,
    // Of an offer that a block cannot show nothing is made up.
    block: surface === 'post-purchase' || (steps.length > 0 && !offer) ? null : await sampleWith(shop, surface, sampled, voice, reads),
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

const sampledOf = (funnel: OpenFunnel) => (funnel.first ? { id: 'preview', funnel } : null)

function overridesIn(settings: unknown, { language, wording }: PreviewRequest) {
  const saved = wordingOverrides(settings)
  return wording ? { ...saved, [language]: wording } : saved
}
