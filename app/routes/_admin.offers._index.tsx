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
  const change = useGo()
  const { busy, key, ask, copies } = useChanges((copy) =>
    change(
      (before) => {
        const shown = ['all', 'draft'].includes(before.get('tab') ?? 'all')
        return { ...(shown ? Object.fromEntries(before) : {}), at: copy }
      },
      { replace: true },
    ),
  )
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
  return (
    <OffersPage
      {...page}
      busy={busy}
      copies={page.at === copies[0] ? copies : NONE}
      onGo={go}
      onBulk={(action, ids) => ask({ action, ids: [...ids], key })}
      onMove={move}
    />
  )
}

const NONE: readonly string[] = []

/** Says what was done, with a way back; of copies, which of them to show. */
function useChanges(onCopy: (id: string) => void) {
  const { submit, state, data: done } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const ask = useCallback((wanted: ListRequest) => submit(wanted as never, { method: 'POST', encType: 'application/json' }), [submit])
  const toast = useRef('')
  const told = useRef<typeof done>()
  useEffect(() => {
    // Going on while the page is still loaded anew would leave that unfinished.
    if (!done || done.changed === 0 || told.current === done || state !== 'idle') return
    told.current = done
    const { undo, copies: [copy] = [] } = done
    // What was done before can no longer be undone on its own.
    if (toast.current) shopify.toast.hide(toast.current)
    toast.current = shopify.toast.show(words.done[done.action](done.changed), undo ? { action: words.undo, onAction: () => ask(undo) } : {})
    if (copy) onCopy(copy)
  }, [done, state, shopify, ask, onCopy])
  return { busy: state !== 'idle', key: useKey(done), ask, copies: done?.copies ?? NONE }
}
