import { GraphQLClient } from 'graphql-request'
import { SECONDS } from '#app/values/time.ts'
import { API_VERSION } from './api-version.ts'
import type { TypedDocument } from './document.ts'

const PATIENCE = 6 * SECONDS // A shopper waits for it.

/** Asks the shop's Storefront API without a token, which carts need none of. Throws where it does not answer, or answers with errors. */
export const askStorefront = <Answer, Variables extends object>(
  shop: string,
  { source }: TypedDocument<Answer, Variables>,
  variables: Variables,
): Promise<Answer> =>
  new GraphQLClient(`https://${shop}/api/${API_VERSION}/graphql.json`, {
    // Looked up at the call: the global one may have been replaced by then.
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    signal: AbortSignal.timeout(PATIENCE),
  }).request<Answer, object>(source, variables)
