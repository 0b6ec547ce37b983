import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggest, SUGGESTED } from '#app/catalog/suggestions.server.ts'
import { authenticate } from '#app/shopify.server.ts'

/** What a condition's text field proposes while the merchant types. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const asked = new URL(request.url).searchParams
  const of = SUGGESTED.find((name) => name === asked.get('of'))
  return Response.json({ found: of ? await suggest(shop, of, (asked.get('search') ?? '').slice(0, 100)) : [] })
}
