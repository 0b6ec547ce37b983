import { z } from 'zod'
import type { Closed } from '#app/offers/funnel.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { Step } from '#app/offers/step.ts'
import { LANGUAGES, type Language } from '#app/values/languages.ts'
import { BLOCK_SURFACES, type BlockAnswer, type OfferView } from '../contract.ts'
import { BlockSettings } from '../block/settings.ts'
import { Texts } from '../wording/overrides.ts'
import type { PretendPrices } from './calculate.ts'

/** Where it is looked at; the blocks speak in words of their own. */
export const PREVIEWED = ['post-purchase', ...BLOCK_SURFACES] as const
export type Previewed = (typeof PREVIEWED)[number]

/** The steps as the editor holds them, finished or not. */
export const PreviewRequest = z.object({
  steps: z.array(z.unknown()).max(20),
  language: z.enum(LANGUAGES),
  surface: z.enum(PREVIEWED).default('post-purchase'),
  wording: Texts.optional(), // in that language, as it is being written; without it what is saved
  blocks: BlockSettings.optional(), // as they are being changed; without them what is saved
})
export type PreviewRequest = z.infer<typeof PreviewRequest>

export interface PreviewAnswer {
  language: Language
  surface: Previewed
  offer: OfferView | null // of the page after payment
  block: BlockAnswer | null // of the pages after the order
  prices: PretendPrices
  unfinished: string[] // ids of steps that lack something
  closed: Closed[] // that a shopper would not see today
}

/** The steps that are finished, as an offer for everybody; ways to an unfinished one lead to the end. */
export function previewed(steps: readonly unknown[]): { definition: OfferDefinition; unfinished: string[] } {
  const judged = steps.map((step) => ({ step, parsed: Step.safeParse(step) }))
  const finished = judged.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []))
  const kept = (id: string | null) => (finished.some((step) => step.id === id) ? id : null)
  const definition: OfferDefinition = {
    title: 'Preview',
    rules: { kind: 'all', rules: [] },
    steps: finished.map((step) => ({ ...step, onAccept: kept(step.onAccept), onDecline: kept(step.onDecline) })),
    priority: 0,
    schedule: { startsAt: null, endsAt: null },
    chooseBy: 'priority',
    caps: { perShopper: null, total: null, budget: null },
    shownOn: ['post-purchase'],
  }
  const unfinished = judged.flatMap(({ step, parsed }) => (parsed.success ? [] : [idOf(step)]))
  return { definition, unfinished }
}

const idOf = (step: unknown): string => (typeof step === 'object' && step !== null && 'id' in step ? String(step.id) : '')
