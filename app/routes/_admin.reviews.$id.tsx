import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData, useSearchParams } from '@remix-run/react'
import { readNames } from '#app/catalog/names.server.ts'
import { readOrder } from '#app/catalog/order-list.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import { Deed } from '#app/reviews/moderating/deeds.ts'
import { moderate, replyMark } from '#app/reviews/moderating/deeds.server.ts'
import { ReviewPage } from '#app/reviews/moderating/review-page.tsx'
import { isReviewOf, readReview } from '#app/reviews/moderating/review.server.ts'
import { reviewView } from '#app/reviews/moderating/review-view.ts'
import { useDeeds } from '#app/reviews/moderating/use-deeds.tsx'
import { words } from '#app/reviews/moderating/words.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const review = await readReview(shop, id)
  if (!review) throw data({ error: words.gone }, { status: 404 })
  const [{ products }, order, known] = await Promise.all([
    readNames(shop, { products: [review.productId], variants: [], collections: [] }),
    review.orderId ? readOrder(shop, review.orderId) : null,
    readShop(shop),
  ])
  const product = products[review.productId]?.title ?? review.productId
  return reviewView(review, { opened: replyMark(review), product, orderName: order?.name ?? null, timeZone: known?.timeZone ?? 'UTC' })
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request)
  if (!(await isReviewOf(session.shop, id))) throw data({ error: words.gone }, { status: 404 })
  return moderate(session.shop, sessionToken.sub, await readJson(request, Deed))
}

export const clientAction = keepPage()

export default function Review() {
  const review = useLoaderData<typeof loader>()
  const fetcher = useFetcher<typeof action>()
  const { busy, act, refused } = useDeeds(fetcher)
  const [params] = useSearchParams()
  return <ReviewPage {...{ review, busy, refused }} answer={fetcher.data} replying={params.has('reply')} onDeed={act} />
}
