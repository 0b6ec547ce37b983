import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData, useSearchParams } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useCallback, useEffect } from 'react'
import { readNames } from '#app/catalog/names.server.ts'
import { readOffer, readOfferNames, readTerms } from '#app/offers/offers.server.ts'
import { pageOf } from '#app/offers/paging.ts'
import { RestoreRequest } from '#app/offers/requests.ts'
import { namedInAll } from '#app/offers/sentence.ts'
import { VERSION_WORDS as words } from '#app/offers/versions/version-words.ts'
import { countVersions, listVersions, restoreVersion } from '#app/offers/versions/versions.server.ts'
import { VersionsPage } from '#app/offers/versions/versions-page.tsx'
import { VERSIONS_A_PAGE, versionRows } from '#app/offers/versions/versions-view.ts'
import { readJson } from '#app/platform/json.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { countVisitsByVersion } from '#app/surfaces/placements/visits.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [offer, count, { currency, timeZone }] = await Promise.all([readOffer(shop, id), countVersions(shop, id), readTerms(shop)])
  if (!offer) throw data({ error: words.offerGone }, { status: 404 })
  const at = pageOf(new URL(request.url).searchParams.get('page'), count, VERSIONS_A_PAGE)
  const versions = await listVersions(shop, id, { page: at.page, size: VERSIONS_A_PAGE })
  const definitions = versions.map(({ definition }) => definition)
  const named = namedInAll(definitions, [])
  const numbers = versions.map(({ version }) => version)
  const [things, offers, saw] = await Promise.all([
    readNames(shop, named),
    readOfferNames(shop, named.offers),
    countVisitsByVersion(shop, id, numbers),
  ])
  const rows = versionRows(versions, { current: offer.version, saw }, { names: { ...things, offers }, currency }, timeZone)
  return { id, title: offer.definition.title, rows, ...at }
}

/** Brings an old version back as the newest one, and says which one it came after. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const { version } = await readJson(request, RestoreRequest)
  const restored = await restoreVersion(shop, id, version)
  if (!restored.ok) return data({ because: restored.because }, { status: restored.because === 'gone' ? 404 : 409 })
  return { restored: version, before: restored.value.version - 1 }
}

export const clientAction = keepPage()

export default function Versions() {
  const [, setParams] = useSearchParams()
  const { busy, restore } = useRestore()
  return (
    <VersionsPage {...useLoaderData<typeof loader>()} busy={busy} onGo={(page) => setParams({ page: String(page) })} onRestore={restore} />
  )
}

/** Says what was restored, with a way back. */
function useRestore() {
  const { submit, state, data: done } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const restore = useCallback((version: number) => submit({ version }, { method: 'POST', encType: 'application/json' }), [submit])
  useEffect(() => {
    if (!done) return
    if ('because' in done) shopify.toast.show(done.because === 'gone' ? words.gone : words.meanwhile, { isError: true })
    else shopify.toast.show(words.restored(done.restored), { action: words.undo, onAction: () => restore(done.before) })
  }, [done, shopify, restore])
  return { busy: state !== 'idle', restore }
}
