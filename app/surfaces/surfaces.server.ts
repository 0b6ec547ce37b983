import { countedLog } from '#app/platform/counted-log.server.ts'
import { acceptStep } from './accept/accept.server.ts'
import type { CatalogReads } from './catalog-reads.ts'
import type { AcceptAnswer, AcceptRequest, EventRequest, NoteAnswer, OutcomeRequest } from './contract.ts'
import { openKnown } from './decide/known.server.ts'
import { answerOffer, NOTHING, type OfferJson } from './decide/offer.server.ts'
import { placementsStored } from './placements/placements.server.ts'
import type { Purchase } from './decide/purchase.ts'
import { messageFor, type RefusalReason } from './refusals.ts'
import { recordRefusal, type Refusal } from './refusals.server.ts'
import { reportEvent, reportOutcome } from './report.server.ts'
import { Snapshots } from './decide/snapshots.server.ts'
import { languageOf } from '#app/values/languages.ts'
import { catalogueOf } from './wording/catalogue.ts'

/** The four things a shopper's browser may ask, each for one purchase that Shopify vouched for. */
export interface Surfaces {
  offer(purchase: Purchase): Promise<OfferReply>
  accept(purchase: Purchase, request: AcceptRequest): Promise<AcceptAnswer>
  outcome(purchase: Purchase, request: OutcomeRequest): Promise<NoteAnswer>
  event(purchase: Purchase, request: EventRequest): Promise<NoteAnswer>
  /** Before the first shopper comes, and whenever a shop changes: what a decision needs is in memory. */
  prepare(): Promise<void>
  /** Everything that was answered is stored. */
  settled(): Promise<void>
}

/** `late`: the extension should show its prepared fallback, as if it had heard nothing. */
export type OfferReply = OfferJson & { late: boolean }

const LIMIT_MS = 300

export function createSurfaces(
  reads: CatalogReads,
  { limitMs = LIMIT_MS, snapshots = new Snapshots(reads) }: { limitMs?: number; snapshots?: Snapshots } = {},
): Surfaces {
  return {
    offer: (purchase) => inTime(purchase, answerOffer(purchase, snapshots), limitMs),
    async accept(purchase, request) {
      const accepted = await acceptStep(purchase, request, snapshots, reads)
      if (accepted.ok) return accepted.value
      await refused(purchase, { request: 'accept', stepId: request.stepId }, accepted)
      const words = catalogueOf(languageOf(purchase.locale), snapshots.peek(purchase.shop, 0)?.overrides)
      const next = accepted.detail?.['next']
      const message = messageFor(accepted.because, words)
      return { ok: false, because: accepted.because, message, ...(typeof next === 'string' ? { next } : {}) }
    },
    outcome: async (purchase, request) => noted(purchase, { request: 'outcome' }, await reportOutcome(purchase, request)),
    event: async (purchase, request) =>
      noted(purchase, { request: 'event', stepId: request.stepId }, await reportEvent(purchase, request, snapshots)),
    async prepare() {
      await openKnown()
      await snapshots.prepare()
    },
    settled: placementsStored,
  }
}

const decisionFailed = countedLog('a decision failed')

/** Never later than the limit, and never an error: the shopper's order must not wait for us. */
function inTime(purchase: Purchase, answer: Promise<OfferJson>, limitMs: number): Promise<OfferReply> {
  return new Promise((resolve) => {
    const giveUp = (reason: RefusalReason) => {
      resolve({ ...NOTHING, late: true })
      void refused(purchase, { request: 'offer' }, { because: reason })
    }
    const timer = setTimeout(giveUp, limitMs, 'too-slow')
    answer.then(
      ({ head, rest }) => {
        clearTimeout(timer)
        resolve({ head, rest, late: false })
      },
      (error: unknown) => {
        clearTimeout(timer)
        decisionFailed(error, { shop: purchase.shop })
        giveUp('database-unreachable')
      },
    )
  })
}

type Told = { because: RefusalReason; detail?: Readonly<Record<string, unknown>> }

async function noted(
  purchase: Purchase,
  what: Pick<Refusal, 'request' | 'stepId'>,
  outcome: { ok: true } | ({ ok: false } & Told),
): Promise<NoteAnswer> {
  if (outcome.ok) return { ok: true }
  await refused(purchase, what, outcome)
  return { ok: false, because: outcome.because }
}

const refused = ({ shop, referenceId }: Purchase, what: Pick<Refusal, 'request' | 'stepId'>, { because, detail }: Told): Promise<void> =>
  recordRefusal({ shop, referenceId, ...what, reason: because, ...(detail ? { detail } : {}) })
