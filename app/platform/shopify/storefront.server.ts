import { setTimeout as pause } from 'node:timers/promises'
import { ClientError, GraphQLClient } from 'graphql-request'
import { SECONDS } from '#app/values/time.ts'
import { API_VERSION } from './api-version.ts'
import type { TypedDocument } from './document.ts'

const PATIENCE = 6 * SECONDS // A shopper waits for it.
const AGAIN = 0.5 * SECONDS

/**
 * Asks the shop's Storefront API without a token, which carts need none of. What Shopify turns away for a moment is asked again: a cart made twice
 * is one that nobody opens. Throws where it does not answer in time, or answers with errors.
 */
export async function askStorefront<Answer, Variables extends object>(
  shop: string,
  { source }: TypedDocument<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const signal = AbortSignal.timeout(PATIENCE)
  const client = new GraphQLClient(`https://${shop}/api/${API_VERSION}/graphql.json`, {
    // Looked up at the call: the global one may have been replaced by then.
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    signal,
  })
  for (;;) {
    try {
      return await client.request<Answer, object>(source, variables)
    } catch (error) {
      if (!isPassing(error)) throw error
      await pause(AGAIN, undefined, { signal })
    }
  }
}

/** As `Throttled` comes with HTTP 200. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ClientError)) return false
  const { status, errors = [] } = error.response
  return status === 429 || status >= 500 || errors.some(({ extensions }) => extensions?.['code'] === 'THROTTLED')
}
