import { useFetcher, useLoaderData, useSearchParams } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useEffect } from 'react'
import { readOfferTotals } from '#app/analytics/totals.server.ts'
import { changeOffers, listOffers, readTerms } from '#app/offers/offers.server.ts'
import { OffersPage } from '#app/offers/offers-page.tsx'
import { pageOfOffers, SAID } from '#app/offers/offers-view.ts'
import { ListRequest } from '#app/offers/requests.ts'
import { readJson } from '#app/platform/json.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { lastDays } from '#app/values/time.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { currency, timeZone } = await readTerms(session.shop)
  const range = lastDays(now(), 30, timeZone)
  const [offers, totals] = await Promise.all([listOffers(session.shop), readOfferTotals(session.shop, range)])
  return pageOfOffers(offers, totals, currency, new URL(request.url).searchParams, now())
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const wanted = await readJson(request, ListRequest)
  return { ...wanted, changed: await changeOffers(session.shop, wanted, now()) }
}

export default function Offers() {
  const page = useLoaderData<typeof loader>()
  const [, setParams] = useSearchParams()
  const { submit, state, data: done } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  useEffect(() => {
    if (!done) return
    const undo = () => submit({ action: 'restore', ids: done.ids }, { method: 'POST', encType: 'application/json' })
    shopify.toast.show(SAID[done.action](done.changed), done.action === 'archive' ? { action: 'Undo', onAction: undo } : {})
  }, [done, shopify, submit])
  return (
    <OffersPage
      {...page}
      busy={state !== 'idle'}
      onGo={(tab, number) => setParams({ tab, page: String(number) })}
      onBulk={(chosen, ids) => submit({ action: chosen, ids: [...ids] }, { method: 'POST', encType: 'application/json' })}
    />
  )
}
