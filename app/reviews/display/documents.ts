import { document } from '#app/platform/shopify/document.ts'
import type { TypedDocument } from '#app/platform/shopify/document.ts'

interface Faults {
  userErrors: { message: string }[]
}

export interface HeldMetafield {
  value: string
  compareDigest: string
}
export interface HeldProduct {
  id: string
  rating: HeldMetafield | null
  rating_count: HeldMetafield | null
  review_summary: HeldMetafield | null
  reviews: HeldMetafield | null
}

const held = (namespace: string, key: string) => `${key}: metafield(namespace: "${namespace}", key: "${key}") { value compareDigest }`

export const HeldProductsDocument = document<{ nodes: (HeldProduct | null)[] }, { ids: string[] }>(`
  query ReviewsOfProducts($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Product {
        id
        ${held('reviews', 'rating')}
        ${held('reviews', 'rating_count')}
        ${held('$app', 'review_summary')}
        ${held('$app', 'reviews')}
      }
    }
  }
`)

export interface MetafieldInput {
  ownerId: string
  namespace: string
  key: string
  type: string
  value: string
  compareDigest: string | null
}

export const SetMetafieldsDocument = document<{ metafieldsSet: Faults }, { metafields: MetafieldInput[] }>(`
  mutation SetReviewMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      userErrors { code field message }
    }
  }
`)

export const DeleteMetafieldsDocument = document<
  { metafieldsDelete: Faults },
  { metafields: { ownerId: string; namespace: string; key: string }[] }
>(`
  mutation DeleteReviewMetafields($metafields: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $metafields) {
      userErrors { field message }
    }
  }
`)

export const EnableDefinitionDocument = document<
  { standardMetafieldDefinitionEnable: { faults: { code: string | null; message: string }[] } },
  { key: string }
>(`
  mutation EnableReviewDefinition($key: String!) {
    standardMetafieldDefinitionEnable(ownerType: PRODUCT, namespace: "reviews", key: $key) {
      faults: userErrors { code message }
    }
  }
`)

/** Entries written, or deleted, by one call: each costs as a mutation of its own, but they travel together. */
export const AT_ONCE = 10

export interface EntryInput {
  handle: { type: string; handle: string }
  entry: { fields: { key: string; value: string }[] }
}

const names = (count: number) => Array.from({ length: count }, (_, index) => index)
const perCount = <Answer, Variables>(source: (count: number) => string): TypedDocument<Answer, Variables>[] =>
  names(AT_ONCE).map((index) => document(source(index + 1)))

/** By how many there are. */
export const UpsertEntriesDocuments = perCount<Record<string, { metaobject: { id: string } } & Faults>, Record<string, unknown>>(
  (count) => `
  mutation WriteReviewEntries(${names(count)
    .map((n) => `$handle${n}: MetaobjectHandleInput!, $entry${n}: MetaobjectUpsertInput!`)
    .join(', ')}) {
    ${names(count)
      .map(
        (n) =>
          `entry${n}: metaobjectUpsert(handle: $handle${n}, metaobject: $entry${n}) { metaobject { id } userErrors { code field message } }`,
      )
      .join('\n    ')}
  }
`,
)

/** What is gone already is no fault. */
export const DeleteEntriesDocuments = perCount<
  Record<string, { faults: { code: string | null; message: string }[] }>,
  Record<string, string>
>(
  (count) => `
  mutation DeleteReviewEntries(${names(count)
    .map((n) => `$id${n}: ID!`)
    .join(', ')}) {
    ${names(count)
      .map((n) => `entry${n}: metaobjectDelete(id: $id${n}) { faults: userErrors { code message } }`)
      .join('\n    ')}
  }
`,
)

export const FindEntryDocument = document<{ metaobjectByHandle: { id: string } | null }, { handle: { type: string; handle: string } }>(`
  query ReviewEntry($handle: MetaobjectHandleInput!) {
    metaobjectByHandle(handle: $handle) { id }
  }
`)
