import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { readImport } from '#app/reviews/import/imports.server.ts'
import { reportOf } from '#app/reviews/import/report.server.ts'
import { words } from '#app/reviews/import/words.ts'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const told = await readImport(shop, params['id'] ?? '')
  if (!told) throw data({ error: words.gone }, { status: 404 })
  return new Response(reportOf(shop, told.id, told.header), { headers: { 'content-type': 'text/csv; charset=utf-8; header=present' } })
}
