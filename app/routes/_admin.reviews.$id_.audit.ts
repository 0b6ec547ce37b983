import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { auditOf } from '#app/reviews/moderating/audit.ts'
import { readReview } from '#app/reviews/moderating/review.server.ts'
import { words } from '#app/reviews/moderating/words.ts'
import { authenticate } from '#app/shopify.server.ts'

/** Everything that happened to one review, for whoever has to prove it. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const review = await readReview(shop, id)
  if (!review) throw data({ error: words.gone }, { status: 404 })
  return new Response(auditOf(review), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="review-${review.id}.csv"`,
    },
  })
}
