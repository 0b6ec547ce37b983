import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData, useSearchParams } from '@remix-run/react'
import { readOrderEarnings } from '#app/analytics/attribution.server.ts'
import { RemovalCard } from '#app/analytics/unpaid/removal-card.tsx'
import { planRemoval, readRemoval } from '#app/analytics/unpaid/removal.server.ts'
import { readKept } from '#app/catalog/gone.server.ts'
import { ReturnsCard } from '#app/catalog/returns-card.tsx'
import { readNames } from '#app/catalog/names.server.ts'
import { readOrder } from '#app/catalog/order-list.server.ts'
import { sayPayment } from '#app/catalog/order-rows.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { readOfferNames, readTerms } from '#app/offers/offers.server.ts'
import { namedInAll } from '#app/offers/sentence.ts'
import { authenticate } from '#app/shopify.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { laterView, notAskedView } from '#app/surfaces/order/later.ts'
import { readLater, readOrigin } from '#app/surfaces/order/later.server.ts'
import { OrderPage } from '#app/surfaces/order/order-page.tsx'
import { orderView } from '#app/surfaces/order/order-story.ts'
import { readPurchase } from '#app/surfaces/order/purchase.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useProgress } from '#app/ui/progress.tsx'
import { sayTime } from '#app/values/time.ts'

const NOT_KNOWN = { later: [], notAsked: [] }

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const order = await readOrder(shop, id)
  if (!order) throw data({ error: 'Encore does not know this order.' }, { status: 404 })
  const { checkoutToken, sourceName } = order
  const [story, { later, notAsked }, origin, earnings, removal, kept, { currency, timeZone }] = await Promise.all([
    checkoutToken ? readPurchase(shop, { checkoutToken }) : null,
    checkoutToken ? readLater(shop, { checkoutToken, sourceName }) : NOT_KNOWN,
    readOrigin(shop, id),
    readOrderEarnings(shop, id),
    readRemoval(shop, id),
    readKept(shop, id),
    readTerms(shop),
  ])
  const signed = story?.changesets.flatMap(({ lines }) => lines.map(({ variantId }) => variantId)) ?? []
  const considered = [...(story?.verdicts ?? []), ...later.flatMap(({ verdicts }) => verdicts)]
  const words = { names: await readNamed(shop, considered, signed), currency }
  const view = orderView(order, sayPayment(order), story, earnings, words, timeZone)
  const unpaid = removal && { ...removal, done: removal.doneAt && sayTime(removal.doneAt, timeZone) }
  return { order: view, later: laterView(later, words, timeZone, now()), notAsked: notAskedView(notAsked), origin, unpaid, kept }
}

/** What everything is called that the offers and the signed lines name. */
async function readNamed(shop: string, considered: readonly { definition: OfferDefinition }[], signed: readonly string[]) {
  const named = namedInAll(
    considered.map(({ definition }) => definition),
    signed,
  )
  const [things, offers] = await Promise.all([readNames(shop, named), readOfferNames(shop, named.offers)])
  return { ...things, offers }
}

/** The one thing that can be asked of an order here: to take out what nobody paid for. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  if (!(await readOrder(session.shop, id))) throw data({ error: 'Encore does not know this order.' }, { status: 404 })
  await planRemoval(session.shop, id)
  return { planned: true }
}

export const clientAction = keepPage()

export default function Order() {
  const { unpaid, kept, ...page } = useLoaderData<typeof loader>()
  const { submit, state } = useFetcher<typeof action>()
  const [params] = useSearchParams()
  useProgress(unpaid?.state === 'planned')
  const remove = () => submit({}, { method: 'POST', encType: 'application/json' })
  const card = unpaid ? <RemovalCard view={unpaid} asked={params.has('remove')} busy={state !== 'idle'} onRemove={remove} /> : null
  return <OrderPage {...page} unpaid={card} returns={<ReturnsCard lines={kept} />} />
}
