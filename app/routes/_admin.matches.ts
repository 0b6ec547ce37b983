import { data, type ActionFunctionArgs } from '@remix-run/node'
import { MatchRequest } from '#app/offers/requests.ts'
import { now } from '#app/platform/clock.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { countMatches } from '#app/surfaces/decide/match.server.ts'

/** One page of the count for the editor; it asks again with the cursor until there is none. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { rules, cursor } = await readJson(request, MatchRequest)
  return data(await countMatches(session.shop, rules, cursor, now()))
}
