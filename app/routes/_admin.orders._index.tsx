import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import { listOrders } from '#app/catalog/order-list.server.ts'
import { orderRows } from '#app/catalog/order-rows.ts'
import { OrdersPage } from '#app/catalog/orders-page.tsx'
import { readTerms } from '#app/offers/offers.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { readMeetings } from '#app/surfaces/placements/coverage.server.ts'

const PAGE = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const asked = new URL(request.url).searchParams
  const query = (asked.get('search') ?? '').slice(0, 40)
  const [terms, { orders, newer, older }] = await Promise.all([
    readTerms(shop),
    listOrders(shop, { limit: PAGE, query, after: asked.get('after'), before: asked.get('before') }),
  ])
  return { rows: orderRows(orders, await readMeetings(shop, orders), terms.timeZone), newer, older }
}

export default function Orders() {
  const { rows, newer, older } = useLoaderData<typeof loader>()
  const [params, setParams] = useSearchParams()
  const [search, setSearch] = useState(params.get('search') ?? '')
  const go = (to: Record<string, string>) => setParams(search ? { search, ...to } : to)
  const find = (text: string) => {
    setSearch(text)
    setParams(text ? { search: text } : {}, { replace: true, preventScrollReset: true })
  }
  return (
    <OrdersPage
      rows={rows}
      search={search}
      hasPrevious={newer !== null}
      hasNext={older !== null}
      onSearch={find}
      onPrevious={() => newer && go({ before: newer })}
      onNext={() => older && go({ after: older })}
    />
  )
}
