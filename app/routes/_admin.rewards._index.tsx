import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { now } from '#app/platform/clock.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { rewardFigures } from '#app/rewards/list/figures.ts'
import { listRewards, readBudget, readTotals, revokeReward } from '#app/rewards/list/list.server.ts'
import { ListQuery, RevokeRequest, rewardViews } from '#app/rewards/list/rows.ts'
import { RewardsPage } from '#app/rewards/list/rewards-page.tsx'
import { budgetSaid } from '#app/rewards/list/totals.ts'
import { readProgram } from '#app/rewards/programs.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useListed } from '#app/ui/use-listed.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const listed = ListQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [known, program, totals, { rows, more }] = await Promise.all([
    readShop(shop),
    readProgram(shop),
    readTotals(shop),
    listRewards(shop, listed),
  ])
  const { currency, timeZone } = known ?? { currency: 'USD', timeZone: 'UTC' }
  const spent = budgetSaid(program && (await readBudget(shop, program)), currency)
  const state = program ? (program.active ? ('on' as const) : ('off' as const)) : ('none' as const)
  const figures = rewardFigures(totals, currency)
  return { rows: rewardViews(rows, { currency, timeZone }, now()), more, listed, figures, program: state, spent }
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const { key, reason } = await readJson(request, RevokeRequest)
  await revokeReward(shop, key, reason)
  return { revoked: key }
}

export const clientAction = keepPage()

export default function Rewards() {
  const page = useLoaderData<typeof loader>()
  const { submit, state } = useFetcher<typeof action>()
  const go = useListed(page.listed)
  return (
    <RewardsPage
      {...page}
      busy={state !== 'idle'}
      onGo={go}
      onRevoke={(key, reason) => submit({ key, reason }, { method: 'POST', encType: 'application/json' })}
    />
  )
}
