/** Which of Shopify's APIs a document is for. */
export type Api = 'admin' | 'storefront'

/** A GraphQL document with the types of its answer and its variables; a test validates each against Shopify's schema. */
export interface TypedDocument<Answer, Variables> {
  readonly source: string
  readonly api: Api
  readonly types?: (variables: Variables) => Answer
}

export const document = <Answer, Variables>(source: string, api: Api = 'admin'): TypedDocument<Answer, Variables> => ({
  source,
  api,
})
