import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { HomePage } from '#app/analytics/home-page.tsx'
import { homeView } from '#app/analytics/home-view.ts'
import { readEarned } from '#app/analytics/totals.server.ts'
import { listUnpaid } from '#app/analytics/unpaid/unpaid.server.ts'
import { listOrders } from '#app/catalog/order-list.server.ts'
import { syncProgress } from '#app/catalog/mirror/sync.server.ts'
import { listOffers } from '#app/offers/list/listing.server.ts'
import { readTerms } from '#app/offers/offers.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import { listTroubles, retryTrouble } from '#app/platform/troubles.server.ts'
import { Trouble } from '#app/platform/trouble.ts'
import { countWaiting } from '#app/reviews/asking/requests.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { readSeen } from '#app/surfaces/block/seen.server.ts'
import { readCoverage, readMeetings } from '#app/surfaces/placements/coverage.server.ts'
import { wasEverAsked } from '#app/surfaces/heard.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useProgress } from '#app/ui/progress.tsx'
import { lastDays } from '#app/values/time.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const terms = await readTerms(shop)
  const range = lastDays(now(), 30, terms.timeZone)
  const [sync, offers, { totals, byOffer, fallbacks }, orders, troubles, asked, coverage, seen, unpaid, waiting] = await Promise.all([
    syncProgress(shop),
    listOffers(shop),
    readEarned(shop, range),
    listOrders(shop, { limit: 6 }),
    listTroubles(shop),
    wasEverAsked(shop),
    readCoverage(shop, range),
    readSeen(shop),
    listUnpaid(shop),
    countWaiting(shop),
  ])
  const met = await readMeetings(shop, orders.orders)
  const facts = { sync, offers, totals, byOffer, orders: orders.orders, met, troubles, asked }
  return { ...homeView(facts, terms), coverage: { ...coverage, placed: 'thank-you' in seen }, fallbacks, unpaid, waiting }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  await retryTrouble(session.shop, await readJson(request, Trouble))
  return { retried: true }
}

export const clientAction = keepPage()

export default function Home() {
  const page = useLoaderData<typeof loader>()
  const { submit, state } = useFetcher<typeof action>()
  useProgress(page.setUp?.facts.sync.state === 'running')
  return (
    <HomePage
      {...page}
      retrying={state !== 'idle'}
      onRetry={({ kind, source, id }) => submit({ kind, source, id }, { method: 'POST', encType: 'application/json' })}
    />
  )
}
