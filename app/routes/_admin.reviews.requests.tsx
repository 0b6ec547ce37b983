import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { readJson } from '#app/platform/json.server.ts'
import { answerAsking } from '#app/reviews/asking/answer.server.ts'
import { readAskingPage } from '#app/reviews/asking/admin.server.ts'
import { AskingIntent } from '#app/reviews/asking/asking-form.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useProgress } from '#app/ui/progress.tsx'
import { AskingPage } from '#app/reviews/asking/asking-page.tsx'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  return readAskingPage(session.shop)
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  return answerAsking(session.shop, await readJson(request, AskingIntent))
}

export const clientAction = keepPage()

export default function Requests() {
  const page = useLoaderData<typeof loader>()
  const { submit, state, data } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  useProgress(page.backfill !== null && (page.backfill.running || page.backfill.planned > 0))
  useEffect(() => {
    if (data?.said) shopify.toast.show(data.said, data.leading ? { isError: true } : {})
  }, [data, shopify])
  return (
    <AskingPage
      {...page}
      counted={data?.counted ?? null}
      leading={data?.leading ?? {}}
      saving={state !== 'idle'}
      onAsk={(asked) => submit(JSON.stringify(asked), { method: 'POST', encType: 'application/json' })}
    />
  )
}
