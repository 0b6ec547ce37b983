import type { LoaderFunctionArgs } from '@remix-run/node'
import { readNames } from '#app/catalog/names.server.ts'
import { readOrder } from '#app/catalog/order-list.server.ts'
import { readOfferNames, readTerms } from '#app/offers/offers.server.ts'
import { namedInAll } from '#app/offers/sentence.ts'
import { isAutomationOn } from '#app/retention/admin.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { readLater } from '#app/surfaces/order/later.server.ts'
import { readPurchase } from '#app/surfaces/order/purchase.server.ts'
import { placesThen, replayView } from '#app/surfaces/order/replay.ts'
import { replayPurchase } from '#app/surfaces/order/replay.server.ts'
import { readShutPlaces } from '#app/surfaces/shut.server.ts'

/** What the same purchase would see today, on each place. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const { checkoutToken, sourceName } = (await readOrder(shop, id)) ?? {}
  if (!checkoutToken) throw Response.json({ error: 'Encore does not know this order’s checkout.' }, { status: 404 })
  const [story, { later, notAsked }, shut] = await Promise.all([
    readPurchase(shop, { checkoutToken }),
    readLater(shop, { checkoutToken, sourceName: sourceName ?? null }),
    readShutPlaces(shop, isAutomationOn(shop, 'missed-offer')),
  ])
  const today = await replayPurchase(shop, checkoutToken, { story, later, shut })
  if (!today) return Response.json({ replay: null })
  const considered = [story, ...later, ...today].flatMap(({ verdicts }) => verdicts.map(({ definition }) => definition))
  const named = namedInAll(considered, [])
  const [things, offers, { currency }] = await Promise.all([readNames(shop, named), readOfferNames(shop, named.offers), readTerms(shop)])
  return Response.json({ replay: replayView(placesThen(story, later, notAsked), today, { names: { ...things, offers }, currency }) })
}
