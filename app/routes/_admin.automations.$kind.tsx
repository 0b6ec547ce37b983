import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { readJson } from '#app/platform/json.server.ts'
import { readAutomation } from '#app/retention/admin.server.ts'
import { answerAutomation } from '#app/retention/answer.server.ts'
import { AutomationPage } from '#app/retention/automation-page.tsx'
import { AutomationIntent, Kind } from '#app/retention/retention-form.ts'
import { authenticate } from '#app/shopify.server.ts'
import { keepPage } from '#app/ui/keep-page.ts'

const kindIn = (name: string | undefined) => {
  const kind = Kind.safeParse(name)
  if (!kind.success) throw new Response(null, { status: 404 })
  return kind.data
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  return readAutomation(session.shop, kindIn(params['kind']))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request)
  return answerAutomation(session.shop, kindIn(params['kind']), await readJson(request, AutomationIntent))
}

export const clientAction = keepPage()

export default function Automation() {
  const page = useLoaderData<typeof loader>()
  const { submit, state, data } = useFetcher<typeof action>()
  const shopify = useAppBridge()
  useEffect(() => {
    if (data?.said) shopify.toast.show(data.said, data.failed ? { isError: true } : {})
  }, [data, shopify])
  return (
    <AutomationPage
      {...page}
      key={JSON.stringify(page.form)}
      counted={data?.counted ?? null}
      faults={data?.faults ?? {}}
      busy={state !== 'idle'}
      onAsk={(asked) => submit(JSON.stringify(asked), { method: 'POST', encType: 'application/json' })}
    />
  )
}
