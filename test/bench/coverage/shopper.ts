import { meetBlock } from '../../simulator/life/blocks.ts'
import { Visitor, type Doors } from '../../simulator/life/doors.ts'
import { pathOf, startOf } from '../../simulator/life/pages.ts'
import type { Manner } from './mix.ts'

/** One purchase of the history, to be made once more. */
export interface Purchase {
  customerId: number | null
  lines: readonly { variantId: number; quantity: number }[]
}
export interface Trip {
  handle: string // of the shop
  purchase: Purchase
  manner: Manner
  foreign: string // the currency of whoever pays in another one
  pickup: string // the code of that way of shipping
}

/** Where she met an offer, and the variants that each place proposed to her. */
export interface Met {
  postPurchase: readonly number[]
  thankYou: readonly number[]
  orderStatus: readonly number[]
}

interface View {
  placement: string
  offer: { first: string; steps: { id: string; products: { variants: { variantId: number }[] }[] }[] }
}

/** Buys as the history did, by the doors that browsers use, declines whatever is proposed and looks at every page that follows. */
export async function shop(doors: Doors, trip: Trip): Promise<Met> {
  const shopper = new Visitor(doors)
  const { handle } = trip
  const next = await payFor(shopper, trip)
  const isAsked = next.endsWith('/post_purchase')
  const postPurchase = isAsked ? await afterPayment(shopper, handle, next) : []
  const thanks = (await shopper.get(handle, next.replace(/post_purchase$/, 'thank_you'))).text
  const { variants: thankYou } = await meetBlock(shopper, handle, thanks, never)
  const status = /href="(\/orders\/[^"]+)"/.exec(thanks)?.[1]
  if (!status) throw new Error('The thank-you page leads to no order')
  const { variants: orderStatus } = await meetBlock(shopper, handle, (await shopper.get(handle, status)).text, never)
  return { postPurchase, thankYou, orderStatus }
}

const never = () => 'decline' as const

async function payFor(shopper: Visitor, { handle, purchase, manner, foreign, pickup }: Trip): Promise<string> {
  const lines = purchase.lines.map(({ variantId, quantity }) => `${variantId}:${quantity}`).join(',')
  const { location } = await shopper.get(handle, `/cart/${lines}`)
  const checkout = pathOf(location)
  const as: Record<string, string> = purchase.customerId === null ? {} : { as: String(purchase.customerId) }
  await shopper.post(handle, checkout, {
    ...as,
    ...(manner.foreignCurrency ? { currency: foreign } : {}),
    ...(manner.pickup ? { shippingMethod: pickup } : {}),
  })
  const paid = await shopper.post(handle, checkout, { paymentMethod: manner.payment, do: 'pay' })
  if (paid.status !== 303) throw new Error(`The checkout does not take the purchase: ${paid.status} ${problemOf(paid.text)}`)
  return pathOf(paid.location)
}

/** As the page's host and the extension speak: asked, shown, declined, on to the order. */
async function afterPayment(shopper: Visitor, handle: string, path: string): Promise<number[]> {
  const { shouldRender, render } = startOf<{ shouldRender: { inputData: { token: string } }; render: { inputData: { token: string } } }>(
    (await shopper.get(handle, path)).text,
    'start',
  )
  const answer = await askInTime(shopper, shouldRender.inputData.token)
  await shopper.ask(handle, `${path}/asked`, { render: answer.show, storage: null, because: answer.show ? null : 'nothing to offer' })
  const { token } = render.inputData
  const told = { token, placement: answer.placement, stepId: answer.offer?.first }
  if (answer.show) for (const kind of ['shown', 'declined']) await shopper.ask('app', '/surface/event', { ...told, kind })
  await shopper.ask(handle, `${path}/done`, {})
  return answer.show ? proposed(answer.offer) : []
}

/** Counted, and shown in the result: what a machine is too busy to answer within Encore's 300 ms is asked again. */
export const late = { answers: 0 }

async function askInTime(shopper: Visitor, token: string): Promise<{ show: boolean } & View> {
  for (;;) {
    const { status, text } = await shopper.say('app', '/surface/offer', { token })
    if (status === 200) return JSON.parse(text)
    if (status !== 503) throw new Error(`Encore does not decide: ${status} ${text}`)
    late.answers += 1
  }
}

const proposed = ({ first, steps }: View['offer']): number[] =>
  steps
    .filter(({ id }) => id === first)
    .flatMap(({ products }) => products.flatMap(({ variants }) => variants.map(({ variantId }) => variantId)))

const problemOf = (page: string): string => /role="alert"[^>]*>([\s\S]*?)</.exec(page)?.[1]?.trim() ?? ''
