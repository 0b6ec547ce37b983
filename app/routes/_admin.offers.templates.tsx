import type { LoaderFunctionArgs } from '@remix-run/node'
import { TemplatesPage } from '#app/offers/list/templates-page.tsx'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await authenticate.admin(request)
  return null
}

export default function Templates() {
  return <TemplatesPage />
}
