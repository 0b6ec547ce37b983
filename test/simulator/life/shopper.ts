import type { PaymentMethod } from '../model.ts'
import { Visitor, type Doors } from './doors.ts'

/** What a shopper makes of what she is offered: called once for each step. */
export type Mind = (step: { id: string }) => 'accept' | 'decline'

export interface Errand {
  handle: string // of the shop
  variantId: number
  customerId: number | null
  payment: PaymentMethod
  mind: Mind
}

interface View {
  offer: { first: string; steps: Step[] }
  placement: string
}
interface Step {
  id: string
  onAccept: string | null
  onDecline: string | null
}
interface Page {
  shouldRender: { inputData: Input }
  render: { inputData: Input }
}
interface Input {
  token: string
  shop: { metafields: { key: string; value: string | number }[] }
}

/** Buys one thing and walks through what comes after payment, as the page's host and its extension do. True if she was offered something. */
export async function shop(doors: Doors, { handle, variantId, customerId, payment, mind }: Errand): Promise<boolean> {
  const shopper = new Visitor(doors)
  await shopper.post(handle, '/cart/add', { variant: String(variantId), quantity: '1' })
  const { location } = await shopper.post(handle, '/checkout', {})
  const as: Record<string, string> = customerId === null ? {} : { as: String(customerId) }
  const paid = await shopper.post(handle, pathOf(location), { ...as, paymentMethod: payment, do: 'pay' })
  const next = pathOf(paid.location)
  if (!next.endsWith('/post_purchase')) return false
  const page = startOf((await shopper.get(handle, next)).text)
  const offered = await shouldRender(shopper, page)
  await shopper.ask(handle, `${next}/asked`, { render: offered !== null, storage: null, because: offered ? null : 'nothing to offer' })
  if (offered) await walk({ shopper, handle, path: next, token: page.render.inputData.token, ...offered }, mind)
  await shopper.ask(handle, `${next}/done`, {})
  return offered !== null
}

async function shouldRender(shopper: Visitor, { shouldRender: { inputData } }: Page): Promise<View | null> {
  const told = inputData.shop.metafields.find(({ key }) => key === 'post_purchase')
  const { active } = told ? (JSON.parse(String(told.value)) as { active: boolean }) : { active: false }
  if (!active) return null
  const { status, text } = await shopper.say('app', '/surface/offer', { token: inputData.token })
  if (status >= 500) return null // too late, as on a slow machine: the page does without
  const answer = JSON.parse(text) as { show: boolean } & View
  return answer.show ? answer : null
}

interface Walk extends View {
  shopper: Visitor
  handle: string
  path: string
  token: string
}

async function walk(visit: Walk, mind: Mind): Promise<void> {
  const { shopper, token, offer } = visit
  let { placement } = visit
  let step = stepOf(visit, offer.first)
  while (step) {
    const stepId = step.id
    await shopper.ask('app', '/surface/event', { token, placement, stepId, kind: 'shown' })
    if (mind(step) === 'decline') {
      await shopper.ask('app', '/surface/event', { token, placement, stepId, kind: 'declined' })
      step = stepOf(visit, step.onDecline)
      continue
    }
    const signed = await shopper.ask<{ changeset?: string; changesetId: string; placement: string }>('app', '/surface/accept', {
      token,
      placement,
      stepId,
    })
    if (!signed.changeset) return
    placement = signed.placement
    const applied = await apply(visit, signed.changeset, signed.changesetId)
    step = applied === 'processed' ? stepOf(visit, step.onAccept) : undefined
  }
}

async function apply({ shopper, handle, path, token }: Walk, changeset: string, changesetId: string): Promise<string> {
  const { status, errors } = await shopper.ask<{ status: string; errors: { code: string }[] }>(handle, `${path}/apply`, { changeset })
  await shopper.ask('app', '/surface/outcome', { token, changesetId, status, errors: errors.map(({ code }) => code) })
  return status
}

const stepOf = ({ offer }: Walk, id: string | null): Step | undefined => offer.steps.find((step) => step.id === id)

function startOf(page: string): Page {
  const found = /<script type="application\/json" id="start">([\s\S]*?)<\/script>/.exec(page)?.[1]
  if (!found) throw new Error('The post-purchase page says nothing to its host')
  return JSON.parse(found) as Page
}

const pathOf = (location: string): string => new URL(location, 'http://shop.invalid').pathname
