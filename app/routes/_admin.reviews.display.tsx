import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { environment } from '#app/platform/env.server.ts'
import { readWhole } from '#app/platform/json.server.ts'
import { DisplayPage } from '#app/reviews/display/display-page.tsx'
import { blockLinks } from '#app/reviews/display/placing.ts'
import { readDisplaySettings, readShowing, saveDisplaySettings } from '#app/reviews/display/settings.server.ts'
import { DisplaySettings } from '#app/reviews/display/settings.ts'
import { words } from '#app/reviews/display/words.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [{ sort, perPage }, state] = await Promise.all([readDisplaySettings(shop), readShowing(shop)])
  return {
    settings: { sort, perPage },
    blocks: blockLinks(environment().SHOPIFY_API_KEY),
    state,
    verification: `https://${shop}/apps/reviews/verification`,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  await saveDisplaySettings(shop, await readWhole(request, DisplaySettings))
  return { saved: true }
}

export const clientAction = keepPage()

export default function Display() {
  const page = useLoaderData<typeof loader>()
  const { submit, state, data } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  useEffect(() => {
    if (data?.saved) shopify.toast.show(words.saved)
  }, [data, shopify])
  return (
    <DisplayPage
      {...page}
      key={JSON.stringify(page.settings)}
      saving={state !== 'idle'}
      onSave={(settings) => submit(settings, { method: 'POST', encType: 'application/json' })}
    />
  )
}
