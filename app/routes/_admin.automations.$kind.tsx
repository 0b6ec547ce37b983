import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { answerSave, readJson } from '#app/platform/json.server.ts'
import { readAutomation } from '#app/retention/admin.server.ts'
import { answerAutomation } from '#app/retention/answer.server.ts'
import { AutomationPage } from '#app/retention/automation-page.tsx'
import { FollowUpsQuery } from '#app/retention/follow-ups-listed.ts'
import { AutomationIntent, Kind } from '#app/retention/retention-form.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'
import { useSaid } from '#app/ui/use-said.tsx'
import { useHeld } from '#app/ui/use-held.tsx'
import { useListed } from '#app/ui/use-listed.tsx'

const kindIn = (name: string | undefined) => {
  const kind = Kind.safeParse(name)
  if (!kind.success) throw new Response(null, { status: 404 })
  return kind.data
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const listed = FollowUpsQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  return readAutomation(session.shop, kindIn(params['kind']), listed)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const { saved, ...told } = await answerAutomation(session.shop, kindIn(params['kind']), await readJson(request, AutomationIntent))
  return answerSave(saved, told)
}

export const clientAction = keepPage()

export default function Automation() {
  const { form, opened: mark, ...page } = useLoaderData<typeof loader>()
  const { submit, state, data } = useFetcher<typeof action>()
  const { shown, opened, conflict } = useHeld({ form, opened: mark }, data)
  const ask = (asked: AutomationIntent) => submit(JSON.stringify(asked), { method: 'POST', encType: 'application/json' })
  useSaid<AutomationIntent>(data, Boolean(data?.failed), ask)
  return (
    <AutomationPage
      {...page}
      key={shown.opened}
      form={shown.form}
      done={data}
      conflict={conflict}
      counted={data?.counted ?? null}
      faults={data?.faults ?? {}}
      busy={state !== 'idle'}
      onSave={(form) => ask({ intent: 'save', form, opened: opened() })}
      onAsk={ask}
      onGo={useListed(page.listed, { stay: true })}
    />
  )
}
