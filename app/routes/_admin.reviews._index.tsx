import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData, useNavigate } from '@remix-run/react'
import { useCallback } from 'react'
import { readNames } from '#app/catalog/names.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import { Deed } from '#app/reviews/moderating/deeds.ts'
import { moderate } from '#app/reviews/moderating/deeds.server.ts'
import { addressOf, filtersOf, type Filters } from '#app/reviews/moderating/filters.ts'
import { listReviews } from '#app/reviews/moderating/listing.server.ts'
import { QueuePage } from '#app/reviews/moderating/queue-page.tsx'
import { queueRows } from '#app/reviews/moderating/queue-view.ts'
import { useDeeds } from '#app/reviews/moderating/use-deeds.tsx'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useGo } from '#app/ui/use-go.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const filters = filtersOf(new URL(request.url).searchParams)
  const timeZone = (await readShop(shop))?.timeZone ?? 'UTC'
  const { reviews, counts, average, pages } = await listReviews(shop, filters, timeZone)
  const asked = [...reviews.map(({ productId }) => productId), ...(filters.product ? [filters.product] : [])]
  const { products } = await readNames(shop, { products: asked, variants: [], collections: [] })
  return {
    rows: queueRows(reviews, products, timeZone),
    filters,
    counts,
    average: average === null ? null : average.toFixed(1),
    pages,
    productTitle: products[filters.product]?.title ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request)
  return moderate(session.shop, sessionToken.sub, await readJson(request, Deed))
}

export const clientAction = keepPage()

export default function Reviews() {
  const page = useLoaderData<typeof loader>()
  const { busy, act } = useDeeds(useFetcher<typeof action>())
  const change = useGo()
  const navigate = useNavigate()
  const go = useCallback(
    (to: Partial<Filters>) => change((before) => addressOf({ ...filtersOf(before), ...to }), { replace: 'search' in to }),
    [change],
  )
  return (
    <QueuePage
      {...page}
      busy={busy}
      onGo={go}
      onPublish={(ids) => act({ deed: 'publish', ids: [...ids] })}
      onHide={(ids, reason) => act({ deed: 'hide', ids: [...ids], reason })}
      onFeature={(ids, on) => act({ deed: 'feature', ids: [...ids], on })}
      onOpen={(id, reply) => navigate(`/reviews/${id}${reply ? '?reply=1' : ''}`)}
    />
  )
}
