import type { LoaderFunctionArgs } from '@remix-run/node'
import { EXPORTS } from '#app/reviews/export/columns.ts'
import { exportReviews } from '#app/reviews/export/export.server.ts'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const as = EXPORTS.find((name) => name === new URL(request.url).searchParams.get('as')) ?? EXPORTS[0]
  return new Response(exportReviews(shop, as), { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } })
}
