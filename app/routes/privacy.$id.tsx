import type { LoaderFunctionArgs } from '@remix-run/node'
import { readPrivacyRequest } from '#app/shops/privacy.server.ts'
import { authenticate } from '#app/shopify.server.ts'

/** What Encore holds about a shopper, for the merchant to hand on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const asked = await readPrivacyRequest(session.shop, params['id'] ?? '')
  if (!asked?.report) throw new Response('There is no report of this request.', { status: 404 })
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return new Response(JSON.stringify(asked.report, null, 2), { headers })
}
