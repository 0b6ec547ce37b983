/** Shoppers type codes in any letter case, and Shopify takes them so. */
export const sameCode = (code: string): string => code.trim().toUpperCase()

/** What Shopify is given to make a discount, except its code and its start; the title tells ours from a merchant's with the same code. */
export interface CodeTerms {
  title: string
  endsAt: string
  usageLimit: 1 // Shopify counts uses per code, so each code of the discount works once.
  [field: string]: unknown
}
