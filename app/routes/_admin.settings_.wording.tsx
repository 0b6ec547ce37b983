import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect, useState } from 'react'
import { listOffers } from '#app/offers/list/listing.server.ts'
import { readLanguage, readOffer } from '#app/offers/offers.server.ts'
import { answerSave, readSave } from '#app/platform/json.server.ts'
import { markOf } from '#app/platform/saved.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { WordingPreview } from '#app/surfaces/preview/wording-preview.tsx'
import { readWording, saveWording } from '#app/surfaces/settings/settings.server.ts'
import { Overrides } from '#app/surfaces/wording/overrides.ts'
import { WordingPage } from '#app/surfaces/wording/wording-page.tsx'
import { WORDING_WORDS as words } from '#app/surfaces/wording/wording-words.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useHeld } from '#app/ui/use-held.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [saved, language, offers] = await Promise.all([readWording(shop), readLanguage(shop), listOffers(shop)])
  const shown = offers.find(({ archived, status }) => !archived && status === 'active') ?? offers.find(({ archived }) => !archived)
  const offer = shown ? await readOffer(shop, shown.id) : null
  return { saved, opened: markOf(saved), language, offer: offer && { title: offer.definition.title, steps: offer.definition.steps } }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { form, opened } = await readSave(request, Overrides)
  return answerSave(await saveWording(session.shop, form, opened))
}

export const clientAction = keepPage()

export default function Wording() {
  const { saved, opened: mark, language: first, offer } = useLoaderData<typeof loader>()
  const [language, setLanguage] = useState(first)
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const { shown, opened, conflict } = useHeld({ saved, opened: mark }, answer)
  useEffect(() => {
    if (answer?.opened) shopify.toast.show(words.saved)
  }, [answer, shopify])
  return (
    <WordingPage
      key={shown.opened}
      saved={shown.saved}
      conflict={conflict}
      language={language}
      onLanguage={setLanguage}
      refused={answer?.because === 'unfit'}
      saving={state !== 'idle'}
      onSave={(form) => submit({ form, opened: opened() } as never, { method: 'POST', encType: 'application/json' })}
      renderPreview={(texts) => <WordingPreview offer={offer} language={language} onLanguage={setLanguage} texts={texts} />}
    />
  )
}
