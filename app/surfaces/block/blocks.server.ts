import { languageOf } from '#app/values/languages.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import type { BlockAnswer, BlockEventRequest, BlockRequest, NoteAnswer } from '../contract.ts'
import { openPlacement } from '../placements/placement.server.ts'
import { recordRefusal } from '../refusals.server.ts'
import { messageFor, type RefusalReason } from '../refusals.ts'
import { noteEvent } from '../report.server.ts'
import { readWording } from '../settings/settings.server.ts'
import { catalogueOf } from '../wording/catalogue.ts'
import type { Overrides } from '../wording/overrides.ts'
import { answerBlock, type BlockSources } from './answer.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { purchaseIn, takeGround, takeStep, type TakeRequest } from './take.server.ts'
import type { Visitor } from './visitor.ts'

export type TakeAnswer = { ok: true; url: string } | { ok: false; message: string; again: boolean }

/** What the blocks on the thank-you page and on the order's page may ask, and the page between them and the checkout. */
export interface Blocks {
  answer(visitor: Visitor, request: BlockRequest): Promise<BlockAnswer>
  event(visitor: Visitor, request: BlockEventRequest): Promise<NoteAnswer>
  take(request: TakeRequest): Promise<TakeAnswer>
  /** In which words of the shop's own the page between them speaks. */
  wording(placement: string): Promise<Overrides>
}

export function createBlocks(sources: BlockSources): Blocks {
  return {
    wording: wordingFor,
    answer: (visitor, request) => answerBlock(visitor, request, sources),
    async event(visitor, request) {
      const noted = await note(visitor, request, sources)
      if (noted.ok) return { ok: true }
      await refused(request.placement, { request: 'event', stepId: request.stepId }, noted.because)
      return { ok: false, because: noted.because }
    },
    async take(request) {
      const taken = await takeStep(request, sources)
      if (taken.ok) return { ok: true, url: taken.value }
      await refused(request.placement, { request: 'accept', stepId: request.stepId }, taken.because)
      const words = catalogueOf(languageOf(request.locale), await wordingFor(request.placement))
      return { ok: false, message: messageFor(taken.because, words), again: isPassing(taken.because) }
    },
  }
}

/** Whether a moment later it may well be done. */
const isPassing = (because: RefusalReason): boolean => PASSING.includes(because)
const PASSING: readonly RefusalReason[] = ['codes-not-ready', 'checkout-not-ready', 'price-not-told']

async function note({ shop }: Visitor, request: BlockEventRequest, sources: BlockSources): Promise<Outcome<true, RefusalReason>> {
  const opened = openPlacement(request.placement, now())
  if (!opened.ok) return opened
  if (opened.value.shop !== shop) return refuse('other-purchase')
  const ground = await takeGround(opened.value, 'en', sources)
  return ground ? noteEvent(ground, request) : ok(true)
}

async function wordingFor(placement: string): Promise<Overrides> {
  const purchase = purchaseIn(placement)
  return purchase ? readWording(purchase.shop) : {}
}

/** Under the purchase that our own signature names; what we did not sign names none. */
async function refused(placement: string, what: { request: 'accept' | 'event'; stepId: string }, reason: RefusalReason): Promise<void> {
  const purchase = purchaseIn(placement)
  if (purchase) await recordRefusal({ ...purchase, ...what, reason })
}
