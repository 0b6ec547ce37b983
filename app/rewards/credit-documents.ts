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
