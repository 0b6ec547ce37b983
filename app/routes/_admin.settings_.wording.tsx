import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { listOffers } from '#app/offers/list/listing.server.ts'
import { readLanguage, readOffer } from '#app/offers/offers.server.ts'
import { readJson } from '#app/platform/json.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { WordingPreview } from '#app/surfaces/preview/wording-preview.tsx'
import { readWording, saveWording } from '#app/surfaces/settings/settings.server.ts'
import { Overrides } from '#app/surfaces/wording/overrides.ts'
import { WordingPage } from '#app/surfaces/wording/wording-page.tsx'
import { WORDING_WORDS as words } from '#app/surfaces/wording/wording-words.ts'
import { keepPage } from '#app/ui/keep-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [saved, language, offers] = await Promise.all([readWording(shop), readLanguage(shop), listOffers(shop)])
  const shown = offers.find(({ archived, status }) => !archived && status === 'active') ?? offers.find(({ archived }) => !archived)
  const offer = shown ? await readOffer(shop, shown.id) : null
  return { saved, language, offer: offer && { title: offer.definition.title, steps: offer.definition.steps } }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const saved = await saveWording(session.shop, await readJson(request, Overrides))
  return saved.ok ? { saved: true } : data({ saved: false }, { status: 422 })
}

export const clientAction = keepPage()

export default function Wording() {
  const { saved, language, offer } = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  useEffect(() => {
    if (answer?.saved) shopify.toast.show(words.saved)
  }, [answer, shopify])
  return (
    <WordingPage
      key={JSON.stringify(saved)}
      saved={saved}
      language={language}
      refused={answer?.saved === false}
      saving={state !== 'idle'}
      onSave={(overrides) => submit(overrides as never, { method: 'POST', encType: 'application/json' })}
      renderPreview={(chosen, choose, texts) => <WordingPreview offer={offer} language={chosen} onLanguage={choose} texts={texts} />}
    />
  )
}
