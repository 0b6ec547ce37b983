import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvOf } from '#app/analytics/csv.ts'
import { breakdownOf, dashboardView } from '#app/analytics/dashboard-view.ts'
import { before, periodOf, rangeOf } from '#app/analytics/period.ts'
import { readReport } from '#app/analytics/totals.server.ts'
import { listNames } from '#app/offers/names.server.ts'
import { readTerms } from '#app/offers/offers.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { authenticate } from '#app/shopify.server.ts'

/** The table that the page shows, with all its figures. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const asked = new URL(request.url).searchParams
  const { timeZone } = await readTerms(shop)
  const period = periodOf(asked, now(), timeZone)
  const [told, names] = await Promise.all([readReport(shop, rangeOf(period, timeZone)), listNames(shop)])
  const { rows, by, currency } = dashboardView(
    { ...told, before: told.report, names },
    period,
    before(period),
    breakdownOf(asked.get('by')),
  )
  return new Response(csvOf(rows, by, currency), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="encore-${by}-${period.from}-${period.to}.csv"`,
    },
  })
}
