import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { readNames } from '#app/catalog/names.server.ts'
import { readOrder } from '#app/catalog/order-list.server.ts'
import { readOfferNames, readTerms } from '#app/offers/offers.server.ts'
import { namedInAll } from '#app/offers/sentence.ts'
import { authenticate } from '#app/shopify.server.ts'
import { readPurchase } from '#app/surfaces/purchase.server.ts'
import { replayView } from '#app/surfaces/order/replay.ts'
import { replayPurchase } from '#app/surfaces/order/replay.server.ts'

/** What the same purchase would see today. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const checkoutToken = (await readOrder(shop, id))?.checkoutToken
  if (!checkoutToken) throw data({ error: 'Encore does not know this order’s checkout.' }, { status: 404 })
  const story = await readPurchase(shop, { checkoutToken })
  const today = await replayPurchase(shop, checkoutToken, story)
  if (!today) return { replay: null }
  const named = namedInAll(
    [...story.verdicts, ...today.verdicts].map(({ definition }) => definition),
    [],
  )
  const [things, offers, { currency }] = await Promise.all([readNames(shop, named), readOfferNames(shop, named.offers), readTerms(shop)])
  const then = { because: story.placement?.because ?? null, verdicts: story.verdicts }
  return { replay: replayView(then, today, { names: { ...things, offers }, currency }) }
}
