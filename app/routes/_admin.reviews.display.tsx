import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { environment } from '#app/platform/env.server.ts'
import { answerSave, readSave, whole } from '#app/platform/json.server.ts'
import { markOf } from '#app/platform/saved.server.ts'
import { DisplayPage } from '#app/reviews/display/display-page.tsx'
import { blockLinks } from '#app/reviews/display/placing.ts'
import { readDisplaySettings, readShowing, saveDisplaySettings } from '#app/reviews/display/settings.server.ts'
import { DisplaySettings } from '#app/reviews/display/settings.ts'
import { words } from '#app/reviews/display/words.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useHeld } from '#app/ui/use-held.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const [{ sort, perPage }, state] = await Promise.all([readDisplaySettings(shop), readShowing(shop)])
  return {
    settings: { sort, perPage },
    opened: markOf({ sort, perPage }),
    blocks: blockLinks(environment().SHOPIFY_API_KEY),
    state,
    verification: `https://${shop}/apps/reviews/verification`,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const { form, opened } = await readSave(request, whole(DisplaySettings))
  return answerSave(await saveDisplaySettings(shop, form, opened))
}

export const clientAction = keepPage()

export default function Display() {
  const { settings, opened: mark, ...page } = useLoaderData<typeof loader>()
  const { submit, state, data: answer } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  const { shown, opened, conflict } = useHeld({ settings, opened: mark }, answer)
  useEffect(() => {
    if (answer?.opened) shopify.toast.show(words.saved)
  }, [answer, shopify])
  return (
    <DisplayPage
      {...page}
      key={shown.opened}
      settings={shown.settings}
      conflict={conflict}
      saving={state !== 'idle'}
      onSave={(form) => submit({ form, opened: opened() }, { method: 'POST', encType: 'application/json' })}
    />
  )
}
