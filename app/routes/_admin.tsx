import { Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { boundary } from '@shopify/shopify-app-remix/server'
import { environment } from '#app/platform/env.server.ts'
import { authenticate } from '#app/shopify.server.ts'
import { ErrorPage, isShopifyResponse, ShopifyResponse } from '#app/ui/error-page.tsx'
import { AdminFrame } from '#app/ui/frame.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  await authenticate.admin(request)
  return { apiKey: environment().SHOPIFY_API_KEY }
}

export const shouldRevalidate = () => false

export const headers: HeadersFunction = (args) => boundary.headers(args)

export default function Admin() {
  const { apiKey } = useLoaderData<typeof loader>()
  return (
    <AdminFrame apiKey={apiKey}>
      <Outlet />
    </AdminFrame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (isShopifyResponse(error)) return <ShopifyResponse error={error} />
  return (
    <AdminFrame apiKey="">
      <ErrorPage error={error} />
    </AdminFrame>
  )
}
