import type { LoaderFunctionArgs } from '@remix-run/node'
import { authenticate } from '#app/shopify.server.ts'

/** The library answers everything below /auth itself: the bounce page and the way back from Shopify. */
export async function loader({ request }: LoaderFunctionArgs) {
  await authenticate.admin(request)
  return null
}
