import type { AcceptAnswer, AcceptRequest, ErrorCode, StepView } from '../../../app/surfaces/contract.ts'
import { showMessage } from './message.ts'
import { formatAmount, readPrice } from './price.ts'
import { ask, within } from './server.ts'
import { drawStep, type StepScreen } from './step-view.ts'
import type { Root } from './ui.ts'
import { begin, finish, type Input, pressable, reportEvent, reportOutcome, safely, show, source, type Visit } from './visit.ts'

const PRICE_LIMIT = 10_000
const ACCEPT_LIMIT = 10_000
const PAYMENT_LIMIT = 60_000
const TRIES = 3

type Applied = Awaited<ReturnType<Input['applyChangeset']>>
interface Signed {
  changesetId: string
  changeset: string
}

/** Render: one step after the other until the shopper has said no, or yes as often as Shopify allows. */
export function showFunnel(root: Root, input: Input): void {
  const visit = begin(root, input)
  void safely(visit, () => showStep(visit, visit.plan.offer.first))
}

function showStep(visit: Visit, stepId: string | null): void | Promise<void> {
  const step = visit.plan.offer.steps.filter(({ id }) => id === stepId)[0]
  if (!step) return finish(visit)
  const press = pressable(visit)
  const accept = press(() => {
    screen.busy('accept')
    return acceptStep(visit, step)
  })
  const decline = press(() => {
    screen.busy('decline')
    reportEvent(visit, step.id, 'declined')
    return showStep(visit, step.onDecline)
  })
  const screen = drawStep(visit.root, step, visit.words, { accept, decline })
  show(visit, screen.node)
  reportEvent(visit, step.id, 'shown')
  void safely(visit, () => showPrice(visit, step, screen))
}

async function showPrice(visit: Visit, step: StepView, screen: StepScreen): Promise<void> {
  const result = await within(
    Promise.resolve().then(() => visit.input.calculateChangeset({ changes: step.changes })),
    PRICE_LIMIT,
  )
  if (visit.screen !== screen.node || visit.finished) return
  if (result?.calculatedPurchase) {
    const { currencyCode } = result.calculatedPurchase.totalOutstandingSet.presentmentMoney
    const price = readPrice(
      result.calculatedPurchase,
      step.changes.map(({ variantId }) => variantId),
    )
    return screen.price(price, (amount) => formatAmount(amount, currencyCode, visit.input.locale))
  }
  const { words } = visit
  const code = result?.errors[0]?.code
  if (code && code !== 'server_error') return showMessage(visit, words.errors[code] ?? words.unavailable)
  showMessage(visit, words.unavailable, { label: words.again, act: () => showStep(visit, step.id) })
}

async function acceptStep(visit: Visit, step: StepView): Promise<void> {
  const { plan, input, words } = visit
  const request: AcceptRequest = { token: input.inputData.token, stepId: step.id, ...source(plan) }
  const reply = await ask<Extract<AcceptAnswer, { ok: true }> & { message: string }>(`${plan.url}/surface/accept`, request, ACCEPT_LIMIT)
  const { changeset, changesetId, placement, message } = reply?.body ?? {}
  if (!changeset || !changesetId) return showMessage(visit, message || words.declined)
  if (placement) plan.placement = placement
  return applySigned(visit, step, { changeset, changesetId }, TRIES)
}

/** A second try applies the very same changeset, which Shopify takes at most once: nobody pays twice. */
async function applySigned(visit: Visit, step: StepView, signed: Signed, tries: number): Promise<void> {
  const result = await within(
    Promise.resolve().then(() => visit.input.applyChangeset(signed.changeset)),
    PAYMENT_LIMIT,
  )
  if (!result) return showMessage(visit, visit.words.unsure)
  const errors = (result.errors ?? []).map(({ code }) => code)
  reportOutcome(visit, { changesetId: signed.changesetId, status: result.status, errors })
  return afterPayment(visit, step, result, errors[0], tries > 1 ? () => applySigned(visit, step, signed, tries - 1) : undefined)
}

function afterPayment(visit: Visit, step: StepView, result: Applied, code: ErrorCode | undefined, again?: () => Promise<void>) {
  if (result.status === 'processed') return showStep(visit, result.changesetApplicationsRemaining > 0 ? step.onAccept : null)
  const { words } = visit
  if (result.status === 'partially_processed') return showMessage(visit, words.partly)
  const text = (code && words.errors[code]) || words.declined
  showMessage(visit, text, ...(code === 'server_error' && again ? [{ label: words.again, act: again }] : []))
}
