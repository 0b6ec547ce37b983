import { isRouteErrorResponse, useRevalidator } from '@remix-run/react'
import { Banner, Page } from '@shopify/polaris'
import { words } from './words.ts'

/** Shopify's own answers are text (a page that fetches a fresh session token); ours are objects or thrown errors. */
export const isShopifyResponse = (error: unknown): error is { data: string } =>
  isRouteErrorResponse(error) && typeof error.data === 'string'

export const ShopifyResponse = ({ error }: { error: { data: string } }) => (
  <div dangerouslySetInnerHTML={{ __html: error.data || words.oneMoment }} />
)

export function ErrorPage({ error }: { error: unknown }) {
  const { revalidate, state } = useRevalidator()
  const missing = isRouteErrorResponse(error) && error.status === 404
  const again = { content: words.tryAgain, onAction: revalidate, loading: state === 'loading' }
  return (
    <Page title={missing ? words.notFound : words.somethingWentWrong} backAction={{ content: words.encore, url: '/' }}>
      {missing ? (
        <Banner tone="warning" title={words.notFoundTitle}>
          <p>{words.notFoundText}</p>
        </Banner>
      ) : (
        <Banner tone="critical" title={words.errorTitle} action={again}>
          <p>{words.errorText}</p>
        </Banner>
      )}
    </Page>
  )
}
