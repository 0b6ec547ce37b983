import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DashboardPage } from '#app/analytics/dashboard-page.tsx'
import { breakdownOf, dashboardView } from '#app/analytics/dashboard-view.ts'
import { ExportButton } from '#app/analytics/export-button.tsx'
import { before, periodOf, rangeOf } from '#app/analytics/period.ts'
import { TrendCard } from '#app/analytics/trend-card.tsx'
import { readReport } from '#app/analytics/totals.server.ts'
import { listNames } from '#app/offers/names.server.ts'
import { readTerms } from '#app/offers/offers.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { useGo } from '#app/ui/use-go.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const asked = new URL(request.url).searchParams
  const { timeZone } = await readTerms(shop)
  const period = periodOf(asked, now(), timeZone)
  const compared = before(period)
  const [told, earlier, names] = await Promise.all([
    readReport(shop, rangeOf(period, timeZone)),
    readReport(shop, rangeOf(compared, timeZone)),
    listNames(shop),
  ])
  return dashboardView({ ...told, before: earlier.report, names }, period, compared, breakdownOf(asked.get('by')))
}

export default function Analytics() {
  const page = useLoaderData<typeof loader>()
  const change = useGo()
  const go = (to: Record<string, string>, without: readonly string[]) =>
    change((before) => ({ ...Object.fromEntries([...before].filter(([name]) => !without.includes(name))), ...to }))
  return (
    <DashboardPage
      {...page}
      onPeriod={(asked) => go(asked, ['period', 'from', 'to'])}
      onBreakdown={(by) => go({ by }, [])}
      exporting={<ExportButton {...page} />}
      chart={<TrendCard trend={page.trend} />}
    />
  )
}
