import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readNames } from '#app/catalog/names.server.ts'
import { readOffer, readOfferNames, readTerms } from '#app/offers/offers.server.ts'
import { namedInAll } from '#app/offers/sentence.ts'
import { listVersions } from '#app/offers/versions/versions.server.ts'
import { VersionsPage } from '#app/offers/versions/versions-page.tsx'
import { versionRows } from '#app/offers/versions/versions-view.ts'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [offer, versions, { currency, timeZone }] = await Promise.all([readOffer(shop, id), listVersions(shop, id), readTerms(shop)])
  if (!offer) throw data({ error: 'This offer no longer exists.' }, { status: 404 })
  const named = namedInAll(
    versions.map(({ definition }) => definition),
    [],
  )
  const [things, offers] = await Promise.all([readNames(shop, named), readOfferNames(shop, named.offers)])
  const rows = versionRows(versions, offer.version, { names: { ...things, offers }, currency }, timeZone)
  return { id, title: offer.definition.title, rows }
}

export default function Versions() {
  return <VersionsPage {...useLoaderData<typeof loader>()} />
}
