import type { ActionFunctionArgs } from '@remix-run/node'
import { readNames } from '#app/catalog/names.server.ts'
import { checkOffer } from '#app/offers/check.ts'
import { readOfferNames } from '#app/offers/offers.server.ts'
import { WarningsRequest } from '#app/offers/requests.ts'
import { namedIn } from '#app/offers/sentence.ts'
import { readJson } from '#app/platform/json.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { warningsFor } from '#app/surfaces/warnings.server.ts'

/** What the editor should warn of; an offer that is not finished yet has its own complaints. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const { id, definition } = await readJson(request, WarningsRequest)
  const checked = checkOffer(definition)
  if (!checked.ok) return Response.json({ warnings: [] })
  const named = namedIn(checked.value)
  const [things, offers] = await Promise.all([readNames(shop, named), readOfferNames(shop, named.offers)])
  return Response.json({ warnings: await warningsFor(shop, id, checked.value, { ...things, offers }) })
}
