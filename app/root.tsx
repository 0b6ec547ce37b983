import { Links, Meta, Outlet, Scripts, useRouteLoaderData } from '@remix-run/react'
import type { LinksFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url'
import adminStyles from '#app/ui/admin.css?url'
import { environment } from '#app/platform/env.server.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: polarisStyles },
  { rel: 'stylesheet', href: adminStyles },
]

export const loader = () => ({ apiKey: environment().SHOPIFY_API_KEY, appBridge: environment().APP_BRIDGE_URL })

export const shouldRevalidate = () => false

const APP_BRIDGE = 'https://cdn.shopify.com/shopifycloud/app-bridge.js'

export function Layout({ children }: { children: ReactNode }) {
  const settings = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="shopify-api-key" content={settings?.apiKey ?? ''} />
        <Links />
        {/* The document's first script, which the App Store requires, and after the styles: a script waits for those before it,
            so no unstyled page is ever painted. */}
        <script src={settings?.appBridge ?? APP_BRIDGE} data-api-key={settings?.apiKey} suppressHydrationWarning />
        <Meta />
      </head>
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}
