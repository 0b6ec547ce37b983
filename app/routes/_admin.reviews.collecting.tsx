import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { answerSave, readSave, whole } from '#app/platform/json.server.ts'
import { markOf } from '#app/platform/saved.server.ts'
import { CollectingPage } from '#app/reviews/collecting/collecting-page.tsx'
import { readCollecting, saveCollecting } from '#app/reviews/collecting/settings.server.ts'
import { CollectingSettings } from '#app/reviews/collecting/settings.ts'
import { words } from '#app/reviews/collecting/words.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useHeld } from '#app/ui/use-held.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const settings = await readCollecting(session.shop)
  return { settings, opened: markOf(settings) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { form, opened } = await readSave(request, whole(CollectingSettings))
  return answerSave(await saveCollecting(session.shop, form, opened))
}

export const clientAction = keepPage()

export default function Collecting() {
  const page = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const { shown, opened, conflict } = useHeld(page, answer)
  useEffect(() => {
    if (answer?.opened) shopify.toast.show(words.saved)
  }, [answer, shopify])
  return (
    <CollectingPage
      key={shown.opened}
      settings={shown.settings}
      conflict={conflict}
      saving={state !== 'idle'}
      onSave={(form) => submit({ form, opened: opened() }, { method: 'POST', encType: 'application/json' })}
    />
  )
}
