import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useNavigate } from '@remix-run/react'
import { feedAddress } from '#app/reviews/export/export.server.ts'
import { ImportsPage } from '#app/reviews/import/imports-page.tsx'
import { listImports } from '#app/reviews/import/imports.server.ts'
import { readShop } from '#app/shops/shop.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { useGo } from '#app/ui/use-go.tsx'
import { PageQuery } from '#app/values/listed.ts'
import { sayTime } from '#app/values/time.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = (await authenticate.admin(request)).session
  const { page: asked } = PageQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [{ rows: imports, ...paged }, known] = await Promise.all([listImports(shop, asked), readShop(shop)])
  const at = (when: Date) => sayTime(when, known?.timeZone ?? 'UTC')
  return {
    imports: imports.map(({ id, fileName, state, rows, createdAt }) => ({ id, fileName, state, rows, at: at(createdAt) })),
    paged,
    feed: feedAddress(shop),
  }
}

export default function Imports() {
  const navigate = useNavigate()
  const go = useGo()
  const onGo = ({ page }: { page: number }) => go(() => ({ page: String(page) }))
  return <ImportsPage {...useLoaderData<typeof loader>()} onGo={onGo} onReceived={(id) => navigate(`/reviews/import/${id}`)} />
}
