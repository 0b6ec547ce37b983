import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useCallback, useEffect, useRef } from 'react'
import { readOfferTotals } from '#app/analytics/totals.server.ts'
import { changeOffers, listOffers } from '#app/offers/list/listing.server.ts'
import { readTerms } from '#app/offers/offers.server.ts'
import { OffersPage, type OffersPageProps } from '#app/offers/list/offers-page.tsx'
import { pageOfOffers } from '#app/offers/list/offers-view.ts'
import { ListRequest } from '#app/offers/requests.ts'
import { LIST_WORDS as words } from '#app/offers/list/words.ts'
import { readJson } from '#app/platform/json.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isAutomationOn } from '#app/retention/admin.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { readShutPlaces } from '#app/surfaces/shut.server.ts'
import { readUses } from '#app/surfaces/accept/use.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useGo } from '#app/ui/use-go.tsx'
import { useKey } from '#app/ui/use-key.tsx'
import { lastDays } from '#app/values/time.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const terms = await readTerms(session.shop)
  const range = lastDays(now(), 30, terms.timeZone)
  const [offers, totals, uses, shut] = await Promise.all([
    listOffers(session.shop),
    readOfferTotals(session.shop, range),
    readUses(session.shop),
    readShutPlaces(session.shop, isAutomationOn(session.shop, 'missed-offer')),
  ])
  return pageOfOffers(offers, { totals, uses, terms, shut }, new URL(request.url).searchParams, now())
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  return changeOffers(session.shop, await readJson(request, ListRequest), now())
}

export const clientAction = keepPage()

export default function Offers() {
  const page = useLoaderData<typeof loader>()
  const { busy, key, ask } = useChanges()
  const change = useGo()
  const go: OffersPageProps['onGo'] = useCallback(
    ({ tab, page: number = 1, search }) =>
      change(
        (before) => {
          const text = search ?? before.get('search') ?? ''
          return { tab: tab ?? before.get('tab') ?? 'all', page: String(number), ...(text ? { search: text } : {}) }
        },
        { replace: search !== undefined },
      ),
    [change],
  )
  const move: OffersPageProps['onMove'] = useCallback((id, target, side) => ask({ action: 'move', ids: [id], target, side }), [ask])
  return <OffersPage {...page} busy={busy} onGo={go} onBulk={(action, ids) => ask({ action, ids: [...ids], key })} onMove={move} />
}

/** Says what was done, with a way back. */
function useChanges() {
  const { submit, state, data: done } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const ask = useCallback((wanted: ListRequest) => submit(wanted as never, { method: 'POST', encType: 'application/json' }), [submit])
  const toast = useRef('')
  useEffect(() => {
    if (!done || done.changed === 0) return
    const { undo } = done
    // What was done before can no longer be undone on its own.
    if (toast.current) shopify.toast.hide(toast.current)
    toast.current = shopify.toast.show(words.done[done.action](done.changed), undo ? { action: words.undo, onAction: () => ask(undo) } : {})
  }, [done, shopify, ask])
  return { busy: state !== 'idle', key: useKey(done), ask }
}
