import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAutomations } from '#app/retention/admin.server.ts'
import { AutomationsPage } from '#app/retention/automations-page.tsx'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  return readAutomations(session.shop)
}

export default function Automations() {
  return <AutomationsPage {...useLoaderData<typeof loader>()} />
}
