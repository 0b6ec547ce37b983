import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { readWhole } from '#app/platform/json.server.ts'
import { CollectingPage } from '#app/reviews/collecting/collecting-page.tsx'
import { readCollecting, saveCollecting } from '#app/reviews/collecting/settings.server.ts'
import { CollectingSettings } from '#app/reviews/collecting/settings.ts'
import { words } from '#app/reviews/collecting/words.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  return readCollecting(session.shop)
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  await saveCollecting(session.shop, await readWhole(request, CollectingSettings))
  return { saved: true }
}

export const clientAction = keepPage()

export default function Collecting() {
  const settings = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  useEffect(() => {
    if (answer) shopify.toast.show(words.saved)
  }, [answer, shopify])
  return (
    <CollectingPage
      key={JSON.stringify(settings)}
      settings={settings}
      saving={state !== 'idle'}
      onSave={(asked) => submit(asked, { method: 'POST', encType: 'application/json' })}
    />
  )
}
