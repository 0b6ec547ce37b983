import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOrderEarnings } from '#app/analytics/attribution.server.ts'
import { readNames } from '#app/catalog/names.server.ts'
import { readOrder } from '#app/catalog/order-list.server.ts'
import { sayPayment } from '#app/catalog/order-rows.ts'
import { readOfferNames, readTerms } from '#app/offers/offers.server.ts'
import { namedInAll } from '#app/offers/sentence.ts'
import { authenticate } from '#app/shopify.server.ts'
import { OrderPage } from '#app/surfaces/order/order-page.tsx'
import { orderView } from '#app/surfaces/order/order-story.ts'
import { readPurchase } from '#app/surfaces/purchase.server.ts'

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const order = await readOrder(shop, id)
  if (!order) throw data({ error: 'Encore does not know this order.' }, { status: 404 })
  const { checkoutToken } = order
  const [story, earnings, { currency, timeZone }] = await Promise.all([
    checkoutToken ? readPurchase(shop, { checkoutToken }) : null,
    readOrderEarnings(shop, id),
    readTerms(shop),
  ])
  const signed = story?.changesets.flatMap(({ lines }) => lines.map(({ variantId }) => variantId)) ?? []
  const named = namedInAll(story?.verdicts.map(({ definition }) => definition) ?? [], signed)
  const [things, offers] = await Promise.all([readNames(shop, named), readOfferNames(shop, named.offers)])
  const names = { ...things, offers }
  return orderView(order, sayPayment(order), story, earnings, { names, currency }, timeZone)
}

export default function Order() {
  return <OrderPage order={useLoaderData<typeof loader>()} />
}
