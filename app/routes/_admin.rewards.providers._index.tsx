import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listConnections } from '#app/rewards/providers/connections.server.ts'
import { ProvidersPage } from '#app/rewards/providers/providers-page.tsx'
import { providerRows } from '#app/rewards/providers/providers-view.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request)
  const [connections, shop] = await Promise.all([listConnections(session.shop), readShop(session.shop)])
  return { rows: providerRows(connections, shop?.timeZone ?? 'UTC') }
}

export default function Providers() {
  return <ProvidersPage {...useLoaderData<typeof loader>()} />
}
