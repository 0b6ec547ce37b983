import { Link, useNavigation } from '@remix-run/react'
import { NavMenu, useAppBridge } from '@shopify/app-bridge-react'
import { AppProvider } from '@shopify/shopify-app-remix/react'
import { useEffect, type ReactNode } from 'react'
import { OrSkeleton } from './page-skeleton.tsx'
import { words } from './words.ts'

const PAGES = [
  { url: '/offers', name: words.offers },
  { url: '/orders', name: words.orders },
  { url: '/reviews', name: words.reviews },
  { url: '/rewards', name: words.rewards },
  { url: '/automations', name: words.automations },
  { url: '/analytics', name: words.analytics },
  { url: '/settings', name: words.settings },
]

/** Encore inside Shopify's admin. The document's head already loads App Bridge, so the provider must not load it twice. */
export function AdminFrame({ apiKey, children }: { apiKey: string; children: ReactNode }) {
  return (
    <AppProvider apiKey={apiKey} isEmbeddedApp={false}>
      <NavMenu>
        <Link to="/" rel="home">
          {words.encore}
        </Link>
        {PAGES.map(({ url, name }) => (
          <Link key={url} to={url}>
            {name}
          </Link>
        ))}
      </NavMenu>
      <Loading />
      <main>
        <OrSkeleton>{children}</OrSkeleton>
      </main>
    </AppProvider>
  )
}

function Loading() {
  const shopify = useAppBridge()
  const busy = useNavigation().state === 'loading'
  useEffect(() => shopify.loading(busy), [busy, shopify])
  return null
}
