import { document } from '#app/platform/shopify/document.ts'

export interface HeldMetafield {
  shop: { id: string; metafield: { value: string } | null }
}

export const HeldMetafieldDocument = document<HeldMetafield, { namespace: string; key: string }>(`
  query ShopMetafield($namespace: String!, $key: String!) {
    shop {
      id
      metafield(namespace: $namespace, key: $key) {
        value
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
}

export const SetMetafieldDocument = document<{ metafieldsSet: { userErrors: { message: string }[] } }, { metafields: MetafieldInput[] }>(`
  mutation SetShopMetafield($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      userErrors {
        code
        field
        message
      }
    }
  }
`)
