import type { PaymentMethod } from '../model.ts'
import { checkoutOf, meetBlock } from './blocks.ts'
import { Visitor, type Doors } from './doors.ts'
import { pathOf, startOf } from './pages.ts'

/** What a shopper makes of what she is offered: called once for each step. */
export type Mind = (step: { id: string }) => 'accept' | 'decline'

export interface Errand {
  handle: string // of the shop
  variantId: number
  customerId: number | null
  payment: PaymentMethod
  code?: string | undefined // that she was given for a review
  mind: Mind
}

/** Where she is after paying, and who she is there. */
export interface Bought {
  errand: Errand
  shopper: Visitor
  thanks: string // the path of the page that thanks her
  offered: boolean
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

/** Buys one thing and walks through what comes after payment, as the page's host and its extension do. */
export async function shop(doors: Doors, errand: Errand): Promise<Bought> {
  const { handle, variantId, code, mind } = errand
  const shopper = new Visitor(doors)
  await shopper.post(handle, '/cart/add', { variant: String(variantId), quantity: '1' })
  const checkout = pathOf((await shopper.post(handle, '/checkout', {})).location)
  if (code) await shopper.post(handle, checkout, { ...whoOf(errand), code })
  const next = await pay(shopper, errand, checkout)
  const bought = { errand, shopper, thanks: next.replace(/post_purchase$/, 'thank_you') }
  if (!next.endsWith('/post_purchase')) return { ...bought, offered: false }
  const page = startOf<Page>((await shopper.get(handle, next)).text, 'start')
  const offered = await shouldRender(shopper, page)
  await shopper.ask(handle, `${next}/asked`, { render: offered !== null, storage: null, because: offered ? null : 'nothing to offer' })
  if (offered) await walk({ shopper, handle, path: next, token: page.render.inputData.token, ...offered }, mind)
  await shopper.ask(handle, `${next}/done`, {})
  return { ...bought, offered: offered !== null }
}

const AGAIN_MS = 100 // Hours have gone by for her.

/** Looks at the page that thanks her and at her order's page, and takes what their blocks propose, or not. */
export async function lookAtOrder({ errand, shopper, thanks }: Bought): Promise<void> {
  const page = (await shopper.get(errand.handle, thanks)).text
  const order = /href="(\/orders\/[^"]+)"/.exec(page)?.[1]
  const pages = order ? [page, (await shopper.get(errand.handle, order)).text] : [page]
  for (const each of pages) {
    const { taken } = await meetBlock(shopper, errand.handle, each, errand.mind, AGAIN_MS)
    const link = taken && (await checkoutOf(shopper, taken))
    if (!link) continue
    const { pathname, search } = new URL(link)
    return void (await pay(shopper, errand, pathOf((await shopper.get(errand.handle, pathname + search)).location)))
  }
}

const whoOf = ({ customerId }: Errand): Record<string, string> => (customerId === null ? {} : { as: String(customerId) })

/** The path that the payment leads to. */
async function pay(shopper: Visitor, errand: Errand, checkout: string): Promise<string> {
  const form = { ...whoOf(errand), paymentMethod: errand.payment, do: 'pay' }
  return pathOf((await shopper.post(errand.handle, checkout, form)).location)
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
