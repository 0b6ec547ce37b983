import { isRouteErrorResponse, useRevalidator } from '@remix-run/react'
import { Banner, Page } from '@shopify/polaris'

/** Shopify's own answers are text (a page that fetches a fresh session token); ours are objects or thrown errors. */
export const isShopifyResponse = (error: unknown): error is { data: string } =>
  isRouteErrorResponse(error) && typeof error.data === 'string'

export const ShopifyResponse = ({ error }: { error: { data: string } }) => (
  <div dangerouslySetInnerHTML={{ __html: error.data || 'One moment…' }} />
)

export function ErrorPage({ error }: { error: unknown }) {
  const { revalidate, state } = useRevalidator()
  const missing = isRouteErrorResponse(error) && error.status === 404
  const again = { content: 'Try again', onAction: revalidate, loading: state === 'loading' }
  return (
    <Page title={missing ? 'Not found' : 'Something went wrong'} backAction={{ content: 'Encore', url: '/' }}>
      {missing ? (
        <Banner tone="warning" title="There is nothing at this address">
          <p>It may have been deleted, or the link is old. Choose a page from the menu.</p>
        </Banner>
      ) : (
        <Banner tone="critical" title="Encore could not load this page" action={again}>
          <p>Your offers and orders are not affected. If it happens again, look at Encore’s log for the time of this message.</p>
        </Banner>
      )}
    </Page>
  )
}
