import { document } from '../shopify/document.ts'

interface Made {
  codeDiscountNode: { id: string } | null
}

export const CREATE_BASIC = document<{ discountCodeBasicCreate: Made }, { discount: object }>(`
  mutation MakeDiscount($discount: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $discount) { codeDiscountNode { id } userErrors { field message code } }
  }`)

export const CREATE_FREE_SHIPPING = document<{ discountCodeFreeShippingCreate: Made }, { discount: object }>(`
  mutation MakeShippingDiscount($discount: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) { codeDiscountNode { id } userErrors { field message code } }
  }`)

export const FIND_BY_CODE = document<
  { codeDiscountNodeByCode: { id: string; codeDiscount: { title?: string } } | null },
  { code: string }
>(`
  query FindCode($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      id codeDiscount { ... on DiscountCodeBasic { title } ... on DiscountCodeFreeShipping { title } }
    }
  }`)

type CodesCount = { codesCount?: { count: number; precision: 'EXACT' | 'AT_LEAST' } | null }
export const COUNT_CODES = document<{ codeDiscountNode: { codeDiscount: CodesCount } | null }, { id: string }>(`
  query CountCodes($id: ID!) {
    codeDiscountNode(id: $id) {
      codeDiscount {
        ... on DiscountCodeBasic { codesCount { count precision } }
        ... on DiscountCodeFreeShipping { codesCount { count precision } }
      }
    }
  }`)

export const ADD_CODES = document<
  { discountRedeemCodeBulkAdd: { bulkCreation: { id: string } | null } },
  { discountId: string; codes: { code: string }[] }
>(`
  mutation AddCodes($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
    discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) { bulkCreation { id } userErrors { field message code } }
  }`)

export const BULK_COUNTS = document<{ discountRedeemCodeBulkCreation: { done: boolean; failedCount: number } | null }, { id: string }>(`
  query CountAdded($id: ID!) { discountRedeemCodeBulkCreation(id: $id) { done failedCount } }`)

export interface AddedCodes {
  nodes: { code: string; errors: { code: string | null; message: string }[] }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
export const BULK_CODES = document<{ discountRedeemCodeBulkCreation: { codes: AddedCodes } | null }, { id: string; after: string | null }>(`
  query ReadAdded($id: ID!, $after: String) {
    discountRedeemCodeBulkCreation(id: $id) {
      codes(first: 250, after: $after) { nodes { code errors { code message } } pageInfo { hasNextPage endCursor } }
    }
  }`)

interface Found {
  codes?: { nodes: { id: string; code: string }[] } | null
}
export const FIND_REDEEM_CODE = document<{ codeDiscountNode: { codeDiscount: Found } | null }, { id: string; search: string }>(`
  query FindRedeemCode($id: ID!, $search: String!) {
    codeDiscountNode(id: $id) {
      codeDiscount {
        ... on DiscountCodeBasic { codes(first: 5, query: $search) { nodes { id code } } }
        ... on DiscountCodeFreeShipping { codes(first: 5, query: $search) { nodes { id code } } }
      }
    }
  }`)

export const DELETE_CODES = document<
  { discountCodeRedeemCodeBulkDelete: { job: { id: string } | null } },
  { discountId: string; ids: string[] }
>(`
  mutation WithdrawCodes($discountId: ID!, $ids: [ID!]!) {
    discountCodeRedeemCodeBulkDelete(discountId: $discountId, ids: $ids) { job { id } userErrors { field message code } }
  }`)

export const DEACTIVATE = document<{ discountCodeDeactivate: Made }, { id: string }>(`
  mutation WithdrawDiscount($id: ID!) {
    discountCodeDeactivate(id: $id) { codeDiscountNode { id } userErrors { field message code } }
  }`)

export const REPRICE = document<{ discountCodeBasicUpdate: Made }, { id: string; discount: object }>(`
  mutation RepriceDiscount($id: ID!, $discount: DiscountCodeBasicInput!) {
    discountCodeBasicUpdate(id: $id, basicCodeDiscount: $discount) { codeDiscountNode { id } userErrors { field message code } }
  }`)
