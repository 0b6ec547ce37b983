import { document } from '../platform/shopify/document.ts'

interface Credit {
  creditAmount: { amount: string; currencyCode: string }
  expiresAt: string
}

export const CREDIT = document<
  { storeCreditAccountCredit: { storeCreditAccountTransaction: { id: string } | null } },
  { id: string; credit: Credit }
>(`
  mutation CreditReward($id: ID!, $credit: StoreCreditAccountCreditInput!) {
    storeCreditAccountCredit(id: $id, creditInput: $credit) {
      storeCreditAccountTransaction { id }
      userErrors { field message code }
    }
  }`)

interface Account {
  transactions: { nodes: { id?: string; expiresAt?: string | null }[] }
}

/** Newest first: what was just made is among the first. */
export const CREDITS = document<{ customer: { storeCreditAccounts: { nodes: Account[] } } | null }, { id: string }>(`
  query CreditsOf($id: ID!) {
    customer(id: $id) {
      storeCreditAccounts(first: 5) {
        nodes {
          transactions(first: 50, reverse: true) {
            nodes { ... on StoreCreditAccountCreditTransaction { id expiresAt } }
          }
        }
      }
    }
  }`)

interface Told {
  createdAt: string
  amount: { amount: string; currencyCode: string }
}
export type LedgerEntry =
  | (Told & {
      __typename: 'StoreCreditAccountCreditTransaction'
      id: string
      expiresAt: string | null
      remainingAmount: Told['amount']
    })
  | (Told & { __typename: 'StoreCreditAccountDebitTransaction'; id: string; origin: { order?: { id: string } | null } | null })
  | (Told & { __typename: 'StoreCreditAccountDebitRevertTransaction'; debitTransaction: { id: string } })
  | (Told & { __typename: 'StoreCreditAccountExpirationTransaction' })

interface Ledger {
  nodes: LedgerEntry[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** The whole account that a credit lies in, oldest first. */
export const LEDGER = document<{ node: { account: { transactions: Ledger } } | null }, { id: string; after: string | null }>(`
  query LedgerOf($id: ID!, $after: String) {
    node(id: $id) {
      ... on StoreCreditAccountCreditTransaction {
        account {
          transactions(first: 100, after: $after) {
            nodes {
              __typename
              createdAt
              amount { amount currencyCode }
              ... on StoreCreditAccountCreditTransaction { id expiresAt remainingAmount { amount currencyCode } }
              ... on StoreCreditAccountDebitTransaction { id origin { ... on OrderTransaction { order { id } } } }
              ... on StoreCreditAccountDebitRevertTransaction { debitTransaction { id } }
            }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  }`)
