import type { AcceptAnswer, AcceptRequest, ErrorCode, StepView } from '../../../app/surfaces/contract.ts'
import { changesOf, choiceOf, chooseFirst, type Chosen } from './choice.ts'
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

type Changes = Extract<Parameters<Input['calculateChangeset']>[0], object>['changes']
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
  const chosen = chooseFirst(step)
  const pay = press(() => {
    screen.busy('accept')
    return acceptStep(visit, step, chosen)
  })
  const accept = () => (screen.mayAccept() ? pay() : undefined)
  const decline = press(() => {
    screen.busy('decline')
    reportEvent(visit, step.id, 'declined')
    return showStep(visit, step.onDecline)
  })
  const change = () => {
    screen.calculating()
    void safely(visit, () => showPrice(visit, step, chosen, screen))
  }
  const screen = drawStep(visit.root, step, visit.words, chosen, { accept, decline, change })
  show(visit, screen.node)
  reportEvent(visit, step.id, 'shown')
  void safely(visit, () => showPrice(visit, step, chosen, screen))
}

/** Of several calculations the last one asked for counts. */
async function showPrice(visit: Visit, step: StepView, chosen: Chosen, screen: StepScreen): Promise<void> {
  const asked = choiceOf(step, chosen)
  const turn = (visit.turn += 1)
  const result = await within(
    Promise.resolve().then(() => visit.input.calculateChangeset({ changes: changesOf(step, chosen) as Changes })),
    PRICE_LIMIT,
  )
  if (visit.screen !== screen.node || visit.finished || turn !== visit.turn) return
  if (result?.calculatedPurchase) {
    const { currencyCode } = result.calculatedPurchase.totalOutstandingSet.presentmentMoney
    const price = readPrice(
      result.calculatedPurchase,
      asked.map(({ variantId }) => variantId),
    )
    return screen.price(price, (amount) => formatAmount(amount, currencyCode, visit.input.locale))
  }
  const { words } = visit
  const code = result?.errors[0]?.code
  if (code && code !== 'server_error') return showMessage(visit, words.errors[code] ?? words.unavailable)
  showMessage(visit, words.unavailable, { label: words.again, act: () => showStep(visit, step.id) })
}

async function acceptStep(visit: Visit, step: StepView, chosen: Chosen): Promise<void> {
  const { plan, input, words } = visit
  const request: AcceptRequest = Object.assign(
    { token: input.inputData.token, stepId: step.id, choice: choiceOf(step, chosen) },
    source(plan),
  )
  const reply = await ask<Extract<AcceptAnswer, { ok: true }> & { message: string; next: string }>(
    `${plan.url}/surface/accept`,
    request,
    ACCEPT_LIMIT,
  )
  const { changeset, changesetId, placement, message, next } = reply?.body ?? {}
  if (!changeset || !changesetId) {
    const other = next && plan.offer.steps.some(({ id }) => id === next) ? [{ label: words.another, act: () => showStep(visit, next) }] : []
    // What got lost on its way was not charged, and asked for again the server signs the very same.
    const lost = !reply || reply.status >= 500 ? [{ label: words.again, act: () => acceptStep(visit, step, chosen) }] : []
    return showMessage(visit, message || words.declined, ...lost, ...other)
  }
  if (placement) plan.placement = placement
  return applySigned(visit, step, { changeset, changesetId }, TRIES)
}

/** A second try applies the very same changeset, which Shopify takes at most once: nobody pays twice. */
async function applySigned(visit: Visit, step: StepView, signed: Signed, tries: number): Promise<void> {
  const result = await within(
    Promise.resolve().then(() =>
      step.plan
        ? visit.input.applyChangeset(signed.changeset, { buyerConsentToSubscriptions: true })
        : visit.input.applyChangeset(signed.changeset),
    ),
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
