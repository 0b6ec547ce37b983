import type { EventRequest, OutcomeRequest, Wording } from '../../../app/surfaces/contract.ts'
import type { ExtensionPoints } from '@shopify/post-purchase-ui-extensions'
import type { Plan } from './should-render.ts'
import { ask, within } from './server.ts'
import type { Piece, Root } from './ui.ts'
import { complete } from './wording.ts'

export type Input = Parameters<ExtensionPoints['Checkout::PostPurchase::Render']>[1]

const REPORT_LIMIT = 5_000
const LAST_REPORTS = 1_500
const DONE_TRIES = 3
const DONE_PAUSE = 500

/** One shopper on the post-purchase page, from the first step until `done()`. */
export interface Visit {
  root: Root
  input: Input
  plan: Plan
  words: Wording
  screen: Piece | undefined
  turn: number // of the price that is shown next
  reports: Promise<unknown>[]
  finished: boolean
}

export function begin(root: Root, input: Input): Visit {
  const plan = input.storage.initialData as Plan
  return { root, input, plan, words: complete(plan?.offer?.wording), screen: undefined, turn: 0, reports: [], finished: false }
}

/** Who offered: the server's placement, or the prepared fallback. */
export const source = ({ placement, offer }: Plan): { placement: string } | { fallback: string } =>
  placement ? { placement } : { fallback: offer.offerId }

export function show(visit: Visit, screen: Piece): void {
  if (visit.screen) void visit.root.removeChild(visit.screen)
  visit.screen = screen
  void visit.root.appendChild(screen)
}

/** Nobody waits for a report but the end of the visit, and that only briefly. */
function report({ plan, input, reports }: Visit, path: string, body: object): void {
  reports.push(ask(`${plan.url}/surface/${path}`, { token: input.inputData.token, ...body }, REPORT_LIMIT))
}

export const reportEvent = (visit: Visit, stepId: string, kind: EventRequest['kind']): void =>
  report(visit, 'event', { stepId, kind, ...source(visit.plan) })
export const reportOutcome = (visit: Visit, outcome: Omit<OutcomeRequest, 'token'>): void => report(visit, 'outcome', outcome)

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Leads to the order confirmation, once, whatever happened before. */
export async function finish(visit: Visit): Promise<void> {
  if (visit.finished) return
  visit.finished = true
  await within(Promise.all(visit.reports), LAST_REPORTS)
  for (let tries = 0; tries < DONE_TRIES; tries++) {
    try {
      return await visit.input.done()
    } catch {
      await pause(DONE_PAUSE)
    }
  }
}

/** A mistake of ours must not keep the shopper from her order. */
export async function safely(visit: Visit, act: () => void | Promise<void>): Promise<void> {
  try {
    await act()
  } catch {
    await finish(visit)
  }
}

/** The first press counts; a second one, of this or of any other button of the screen, does nothing. */
export function pressable(visit: Visit): (act: () => void | Promise<void>) => () => Promise<void> {
  let pressed = false
  return (act) => () => {
    if (pressed) return Promise.resolve()
    pressed = true
    return safely(visit, act)
  }
}
