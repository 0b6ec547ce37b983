import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { readNames } from '#app/catalog/names.server.ts'
import { partsOf } from '#app/offers/versions/changes.ts'
import { readLanguage, readOffer, readOfferNames, readTerms } from '#app/offers/offers.server.ts'
import { namedIn } from '#app/offers/sentence.ts'
import { readVersion, restoreVersion } from '#app/offers/versions/versions.server.ts'
import { VersionPage } from '#app/offers/versions/version-page.tsx'
import { VERSION_WORDS as words } from '#app/offers/versions/version-words.ts'
import { authenticate } from '#app/shopify.server.ts'
import { OfferPreview } from '#app/surfaces/preview/offer-preview.tsx'
import { keepPage } from '#app/ui/keep-page.ts'
import { words as uiWords } from '#app/ui/words.ts'
import { sayTime } from '#app/values/time.ts'

const numbered = (version = '') => (/^\d{1,9}$/.test(version) ? Number(version) : 0)

export async function loader({ request, params: { id = '', version } }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [offer, old, terms, language] = await Promise.all([
    readOffer(shop, id),
    readVersion(shop, id, numbered(version)),
    readTerms(shop),
    readLanguage(shop),
  ])
  if (!offer || !old) throw data({ error: words.gone }, { status: 404 })
  const named = namedIn(old.definition)
  const [things, offers] = await Promise.all([readNames(shop, named), readOfferNames(shop, named.offers)])
  const parts = partsOf(old.definition, { names: { ...things, offers }, currency: terms.currency }, terms.timeZone)
  const savedAt = sayTime(old.savedAt, terms.timeZone)
  const { title } = offer.definition
  const shown = { id, title, version: old.version, savedAt, current: old.version === offer.version, parts, language }
  const { steps, shownOn } = old.definition
  return { shown, previewed: { steps, shownOn } }
}

export async function action({ request, params: { id = '', version } }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const restored = await restoreVersion(shop, id, numbered(version))
  if (!restored.ok) throw data({ error: words.gone }, { status: restored.because === 'gone' ? 404 : 409 })
  throw redirect(`/offers/${id}`)
}

export const clientAction = keepPage(uiWords.offerSaved)

export default function Version() {
  const { shown, previewed } = useLoaderData<typeof loader>()
  const { submit, state } = useFetcher<typeof action>()
  return (
    <VersionPage
      {...shown}
      restoring={state !== 'idle'}
      onRestore={() => submit(null, { method: 'POST' })}
      renderPreview={(language, setLanguage) => <OfferPreview {...previewed} language={language} onLanguage={setLanguage} />}
    />
  )
}
