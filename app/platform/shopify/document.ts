/** A GraphQL document with the types of its answer and its variables; a test validates each against Shopify's schema. */
export interface TypedDocument<Answer, Variables> {
  readonly source: string
  readonly types?: (variables: Variables) => Answer
}

export const document = <Answer, Variables>(source: string): TypedDocument<Answer, Variables> => ({ source })
