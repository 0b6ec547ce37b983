import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { answerSave, readJson } from '#app/platform/json.server.ts'
import { answerAsking } from '#app/reviews/asking/answer.server.ts'
import { readAskingPage } from '#app/reviews/asking/admin.server.ts'
import { AskingIntent } from '#app/reviews/asking/asking-form.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useSaid } from '#app/ui/use-said.tsx'
import { useHeld } from '#app/ui/use-held.tsx'
import { useProgress } from '#app/ui/progress.tsx'
import { AskingPage } from '#app/reviews/asking/asking-page.tsx'
import { RequestsQuery } from '#app/reviews/asking/requests-listed.ts'
import { useListed } from '#app/ui/use-listed.tsx'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  return readAskingPage(session.shop, RequestsQuery.parse(Object.fromEntries(new URL(request.url).searchParams)))
}

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { saved, ...told } = await answerAsking(session.shop, await readJson(request, AskingIntent))
  return answerSave(saved, told)
}

export const clientAction = keepPage()

export default function Requests() {
  const { form, opened: mark, ...page } = useLoaderData<typeof loader>()
  const { submit, state, data } = useFetcher<typeof action>()
  const { shown, opened, conflict } = useHeld({ form, opened: mark }, data)
  useProgress(page.backfill !== null && (page.backfill.running || page.backfill.planned > 0))
  const ask = (asked: AskingIntent) => submit(JSON.stringify(asked), { method: 'POST', encType: 'application/json' })
  useSaid<AskingIntent>(data, Boolean(data?.leading), ask)
  return (
    <AskingPage
      {...page}
      form={shown.form}
      done={data}
      conflict={conflict}
      counted={data?.counted ?? null}
      leading={data?.leading ?? {}}
      saving={state !== 'idle'}
      onSave={(form) => ask({ intent: 'save', form, opened: opened() })}
      onAsk={ask}
      onGo={useListed(page.listed, { stay: true })}
    />
  )
}
