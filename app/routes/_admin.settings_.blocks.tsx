import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect, useState } from 'react'
import { listOffers } from '#app/offers/list/listing.server.ts'
import { readLanguage, readOffer } from '#app/offers/offers.server.ts'
import { environment } from '#app/platform/env.server.ts'
import { answerSave, readSave, whole } from '#app/platform/json.server.ts'
import { markOf } from '#app/platform/saved.server.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { readSeen } from '#app/surfaces/block/seen.server.ts'
import { BlockSettings } from '#app/surfaces/block/settings.ts'
import { OfferPreview } from '#app/surfaces/preview/offer-preview.tsx'
import { BlocksPage } from '#app/surfaces/settings/blocks-page.tsx'
import { BLOCKS_WORDS as words } from '#app/surfaces/settings/blocks-words.ts'
import { placingsOf } from '#app/surfaces/settings/placings.ts'
import { readBlockSettings, saveBlockSettings } from '#app/surfaces/settings/settings.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useHeld } from '#app/ui/use-held.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const [settings, seen, shop, language, offers] = await Promise.all([
    readBlockSettings(session.shop),
    readSeen(session.shop),
    readShop(session.shop),
    readLanguage(session.shop),
    listOffers(session.shop),
  ])
  const shown = offers.find(({ archived, status }) => !archived && status === 'active')
  const steps = shown ? ((await readOffer(session.shop, shown.id))?.definition.steps ?? []) : []
  return {
    settings,
    opened: markOf(settings),
    language,
    steps,
    placings: placingsOf(seen, shop?.timeZone ?? 'UTC', environment().SHOPIFY_API_KEY),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { form, opened } = await readSave(request, whole(BlockSettings))
  return answerSave(await saveBlockSettings(session.shop, form, opened))
}

export const clientAction = keepPage()

export default function Blocks() {
  const { language: first, steps, settings, opened: mark, ...page } = useLoaderData<typeof loader>()
  const [language, setLanguage] = useState(first)
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const { shown, opened, conflict } = useHeld({ settings, opened: mark }, answer)
  useEffect(() => {
    if (answer?.opened) shopify.toast.show(words.saved)
  }, [answer, shopify])
  return (
    <BlocksPage
      {...page}
      key={shown.opened}
      settings={shown.settings}
      conflict={conflict}
      saving={state !== 'idle'}
      renderPreview={(blocks) => (
        <OfferPreview steps={steps} language={language} onLanguage={setLanguage} surface="thank-you" blocks={blocks} />
      )}
      onSave={(form) => submit({ form, opened: opened() }, { method: 'POST', encType: 'application/json' })}
    />
  )
}
